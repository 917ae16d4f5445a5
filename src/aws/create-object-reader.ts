import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import type { Shell } from '#cli';
import { readClientSettings } from './client-settings.ts';
import { attempt, hasName } from './wrap-aws-error.ts';

/** What the edge reads of a bucket. */
export type ObjectReader = {
  /** The bucket's policy as JSON; nothing when it has none. */
  readBucketPolicy(bucket: string): Promise<string | undefined>;
  /** An object; nothing when there is none by this key. */
  readObject(wanted: WantedObject): Promise<StoredObject | undefined>;
};

type WantedObject = {
  readonly bucket: string;
  readonly key: string;
  /** The version that the edge has already, with its quotes. */
  readonly etag?: string | undefined;
};

type StoredObject = {
  /** Whether `etag` still is the newest version; then there is no body. */
  readonly isUnchanged: boolean;
  /** By lower-case name, as S3 sends them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** Creates what reads buckets of a region. */
export async function createObjectReader(region: string, env: Shell['env']): Promise<ObjectReader> {
  // Loaded here, because it takes a quarter of a second, and most commands need none of it.
  const s3 = await import('@aws-sdk/client-s3');
  const client = new s3.S3Client({ region, ...readClientSettings(env, 'S3') });

  return {
    async readBucketPolicy(bucket) {
      const work = client.send(new s3.GetBucketPolicyCommand({ Bucket: bucket })).catch((error: unknown) => {
        if (hasName(error, 'NoSuchBucketPolicy')) return undefined;
        throw error;
      });
      return (await attempt(`Reading the policy of the bucket ${bucket} failed`, work))?.Policy;
    },

    async readObject({ bucket, key, etag }) {
      const command = new s3.GetObjectCommand({ Bucket: bucket, Key: key, ...(etag && { IfNoneMatch: etag }) });
      const work = client.send(command).catch((error: unknown) => {
        const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
        if (status === 304 || status === 404) return status;
        throw error;
      });
      const found = await attempt(`Reading ${key} from the bucket ${bucket} failed`, work);
      if (found === 404) return undefined;
      if (found === 304) return { isUnchanged: true, headers: {}, body: new Uint8Array() };
      return {
        isUnchanged: false,
        headers: toHeaders(found),
        body: (await found.Body?.transformToByteArray()) ?? new Uint8Array(),
      };
    },
  };
}

function toHeaders(found: GetObjectCommandOutput): StoredObject['headers'] {
  const headers = {
    'accept-ranges': found.AcceptRanges,
    'cache-control': found.CacheControl,
    'content-disposition': found.ContentDisposition,
    'content-encoding': found.ContentEncoding,
    'content-language': found.ContentLanguage,
    'content-type': found.ContentType,
    etag: found.ETag,
    'last-modified': found.LastModified?.toUTCString(),
    server: 'AmazonS3',
    'x-amz-server-side-encryption': found.ServerSideEncryption,
    'x-amz-version-id': found.VersionId,
  };
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
