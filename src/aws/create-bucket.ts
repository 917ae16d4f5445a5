import type { ListObjectsV2Output, S3Client } from '@aws-sdk/client-s3';
import type { Shell } from '#cli';
import { readClientSettings } from './client-settings.ts';
import { attempt, hasName } from './wrap-aws-error.ts';

/** Looks, right before each attempt of a request leaves, whether it still may; throws a `UserError` when not. */
export type Guard = () => void;

/** A bucket, as publishing and the state need it. Every function rejects with what was tried and what to do next. */
export type Bucket = {
  readonly name: string;
  /** The ETags of all contents by key: what is copied keeps its ETag, and another content has another. */
  list(): Promise<ReadonlyMap<string, string>>;
  /** A text and its ETag; nothing when there is none. */
  read(key: string): Promise<{ readonly text: string; readonly etag: string } | undefined>;
  /** Writes a text if the one there still has this ETag, or if there is none; nothing when someone else was quicker. */
  replace(key: string, text: string, etag: string | undefined): Promise<{ readonly etag: string } | undefined>;
  /** Stores a content; rejects when it arrives as another than its SHA-256, in hexadecimal, says. */
  store(key: string, body: Uint8Array, sha256: string): Promise<void>;
  /**
   * Copies a content and gives it these headers, if what is there still has the ETag `replaces`, or if nothing is there. False
   * when someone else has put another content there.
   */
  copy(from: string, to: string, headers: CopyHeaders, guard: Guard): Promise<boolean>;
  remove(key: string, guard: Guard): Promise<void>;
};

type CopyHeaders = { readonly type: string; readonly cache: string; readonly replaces: string | undefined };

/** A bucket with the time as S3 has it, in milliseconds since 1970: as of its last answer; before the first, this machine's. */
type TimedBucket = Bucket & { now(): number };

export type BucketSettings = {
  readonly name: string;
  /** Where it lies, such as `us-east-1`. */
  readonly region: string;
};

/** A bucket of S3, and what reaches it. */
type Connection = {
  readonly s3: typeof import('@aws-sdk/client-s3');
  readonly client: S3Client;
  readonly name: string;
};

/** Creates the port to a bucket of S3, with the credentials and the endpoint that `env` names in AWS's usual ways. */
export async function createBucket({ name, region }: BucketSettings, env: Shell['env']): Promise<TimedBucket> {
  // Loaded here, because it takes a quarter of a second, and most commands need none of it.
  const s3 = await import('@aws-sdk/client-s3');
  const connection = { s3, client: new s3.S3Client({ region, ...readClientSettings(env, 'S3') }), name };
  const attemptTo = <Result>(what: string, answer: Promise<Result>) =>
    attempt(`${what} the bucket ${name} failed`, answer);
  return {
    name,
    now: watchClock(connection.client),
    list: () => attemptTo('Listing the files of', list(connection)),
    read: (key) => attemptTo(`Reading ${key} from`, read(connection, key)),
    replace: (key, text, etag) => attemptTo(`Writing ${key} to`, replace(connection, key, text, etag)),
    store: (key, body, sha256) => attemptTo(`Writing ${key} to`, store(connection, key, body, sha256)),
    copy: (from, to, headers, guard) => attemptTo(`Writing ${to} to`, copy(connection, from, to, headers, guard)),
    remove: (key, guard) => attemptTo(`Deleting ${key} from`, remove(connection, key, guard)),
  };
}

async function list({ s3, client, name }: Connection): ReturnType<Bucket['list']> {
  const etags = new Map<string, string>();
  let pages = 0;
  for await (const page of s3.paginateListObjectsV2({ client }, { Bucket: name })) {
    pages += 1;
    for (const [key, etag] of readPage(page, name)) {
      if (etags.has(key)) throw new Error('The listing repeats itself.');
      etags.set(key, etag);
    }
    if (pages === maxPages && page.IsTruncated) throw new Error('The listing does not end.');
  }
  return etags;
}

// Of a thousand files each.
const maxPages = 100;

/**
 * The files of one page of a listing, with their ETags. Throws at an answer that S3 would not give, by a proxy or cut short: it could
 * pass for an empty bucket, or for one without some of its files.
 */
function readPage(page: ListObjectsV2Output, bucket: string): readonly (readonly [key: string, etag: string])[] {
  const { Name, KeyCount, IsTruncated, NextContinuationToken, Contents = [] } = page;
  const files = Contents.flatMap(({ Key, ETag }) => (Key && ETag ? [[Key, ETag] as const] : []));
  const isListing =
    Name === bucket &&
    (KeyCount ?? IsTruncated) !== undefined &&
    (KeyCount ?? files.length) === files.length &&
    Contents.length === files.length &&
    (IsTruncated ?? false) === (NextContinuationToken !== undefined);
  if (!isListing) throw new Error(`The answer is not a listing of ${bucket}.`);
  return files;
}

async function read({ s3, client, name }: Connection, key: string): ReturnType<Bucket['read']> {
  try {
    const { Body, ETag } = await client.send(new s3.GetObjectCommand({ Bucket: name, Key: key }));
    return { text: (await Body?.transformToString()) ?? '', etag: ETag ?? '' };
  } catch (error) {
    if (hasName(error, 'NoSuchKey')) return undefined;
    throw error;
  }
}

async function replace(
  { s3, client, name }: Connection,
  key: string,
  text: string,
  etag: string | undefined,
): ReturnType<Bucket['replace']> {
  const file = { Bucket: name, Key: key, Body: text, ContentType: 'application/json; charset=utf-8' };
  const condition = etag === undefined ? { IfNoneMatch: '*' } : { IfMatch: etag };
  try {
    return { etag: (await client.send(new s3.PutObjectCommand({ ...file, ...condition }))).ETag ?? '' };
  } catch (error) {
    if (isLost(error) || hasName(error, 'NoSuchKey')) return undefined;
    throw error;
  }
}

async function store({ s3, client, name }: Connection, key: string, body: Uint8Array, sha256: string): Promise<void> {
  const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
  await client.send(new s3.PutObjectCommand({ Bucket: name, Key: key, Body: body, ChecksumSHA256 }));
}

async function copy(
  connection: Connection,
  from: string,
  to: string,
  { type, cache, replaces }: CopyHeaders,
  guard: Guard,
): Promise<boolean> {
  const { s3, client, name } = connection;
  const command = new s3.CopyObjectCommand({
    ...{ Bucket: name, Key: to, CopySource: `${name}/${from}` },
    ...{ MetadataDirective: 'REPLACE', ContentType: type, CacheControl: cache },
    ...(replaces === undefined ? { IfNoneMatch: '*' } : { IfMatch: replaces }),
  });
  command.middlewareStack.add(watch(guard), lastStep);
  try {
    await client.send(command);
    return true;
  } catch (error) {
    if (!isLost(error)) throw error;
    // A reply that was lost on the way makes a second attempt, which finds the content of the first.
    const wanted = await readEtag(connection, from);
    return wanted !== undefined && wanted === (await readEtag(connection, to));
  }
}

async function readEtag({ s3, client, name }: Connection, key: string): Promise<string | undefined> {
  try {
    return (await client.send(new s3.HeadObjectCommand({ Bucket: name, Key: key }))).ETag;
  } catch (error) {
    if (hasName(error, 'NotFound')) return undefined;
    throw error;
  }
}

async function remove({ s3, client, name }: Connection, key: string, guard: Guard): Promise<void> {
  const command = new s3.DeleteObjectCommand({ Bucket: name, Key: key });
  command.middlewareStack.add(watch(guard), lastStep);
  await client.send(command);
}

// After the signature, whose time S3 looks at, and again in each attempt.
const lastStep = { step: 'deserialize', priority: 'low' } as const;

/** Gives the time as the other side had it in its last answer, and what has passed since. */
function watchClock(client: S3Client): () => number {
  let aheadMs = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      const { headers } = answer.response as { readonly headers?: Readonly<Record<string, string>> };
      const time = Date.parse(headers?.date ?? '');
      if (!Number.isNaN(time)) aheadMs = time - Date.now();
      return answer;
    },
    lastStep,
  );
  return () => Date.now() + aheadMs;
}

function watch(guard: Guard) {
  return <Args, Output>(next: (args: Args) => Promise<Output>) =>
    (args: Args): Promise<Output> => {
      guard();
      return next(args);
    };
}

function isLost(error: unknown): boolean {
  return hasName(error, 'PreconditionFailed', 'ConditionalRequestConflict');
}
