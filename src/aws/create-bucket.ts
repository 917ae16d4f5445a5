import type { Bucket } from './bucket.ts';
import { explainAwsFault } from './explain-aws-fault.ts';
import { requestHandler } from './request-handler.ts';

export type BucketSettings = {
  readonly name: string;
  /** Where it lies, such as `us-east-1`. */
  readonly region: string;
};

/**
 * Creates the port to a bucket of S3, with the credentials and the endpoint that the environment names in AWS's usual ways.
 * Rejects with what was tried and what to do next.
 */
export async function createBucket({ name, region }: BucketSettings): Promise<Bucket> {
  // Loaded here, because it takes a quarter of a second, and most commands need none of it.
  const s3 = await import('@aws-sdk/client-s3');
  const client = new s3.S3Client({ region, requestHandler });

  function attempt<Result>(what: string, work: Promise<Result>): Promise<Result> {
    return work.catch((fault: unknown) => {
      throw explainAwsFault(`${what} the bucket ${name} failed`, fault);
    });
  }

  return {
    name,

    async list() {
      const marks = new Map<string, string>();
      const read = async () => {
        for await (const { Contents = [] } of s3.paginateListObjectsV2({ client }, { Bucket: name })) {
          for (const { Key, ETag } of Contents) if (Key !== undefined && ETag !== undefined) marks.set(Key, ETag);
        }
      };
      await attempt('Listing the files of', read());
      return marks;
    },

    async read(key) {
      const read = async () => {
        const { Body, ETag } = await client.send(new s3.GetObjectCommand({ Bucket: name, Key: key }));
        return { text: (await Body?.transformToString()) ?? '', mark: ETag ?? '' };
      };
      const found = await read().catch((fault: unknown) => (hasName(fault, 'NoSuchKey') ? undefined : { fault }));
      if (found && 'fault' in found)
        throw explainAwsFault(`Reading ${key} from the bucket ${name} failed`, found.fault);
      return found;
    },

    async replace(key, text, mark) {
      const condition = mark === undefined ? { IfNoneMatch: '*' } : { IfMatch: mark };
      const file = { Bucket: name, Key: key, Body: text, ContentType: 'application/json; charset=utf-8' };
      const work = client.send(new s3.PutObjectCommand({ ...file, ...condition })).catch((fault: unknown) => {
        if (hasName(fault, 'PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchKey')) return undefined;
        throw fault;
      });
      const written = await attempt(`Writing ${key} to`, work);
      return written && { mark: written.ETag ?? '' };
    },

    async store(key, body, sha256) {
      const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
      const command = new s3.PutObjectCommand({ Bucket: name, Key: key, Body: body, ChecksumSHA256 });
      await attempt(`Writing ${key} to`, client.send(command));
    },

    async copy(from, to, { type, cache }) {
      const command = new s3.CopyObjectCommand({
        Bucket: name,
        Key: to,
        CopySource: `${name}/${from}`,
        MetadataDirective: 'REPLACE',
        ContentType: type,
        CacheControl: cache,
      });
      await attempt(`Writing ${to} to`, client.send(command));
    },

    async remove(key) {
      await attempt(`Deleting ${key} from`, client.send(new s3.DeleteObjectCommand({ Bucket: name, Key: key })));
    },
  };
}

function hasName(fault: unknown, ...names: readonly string[]): boolean {
  return fault instanceof Error && names.includes(fault.name);
}
