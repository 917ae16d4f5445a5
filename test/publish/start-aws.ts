import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { TestContext } from 'node:test';

type StoredFile = { readonly body: Buffer; readonly type: string; readonly cache: string };

/** A bucket and a distribution, spoken to as AWS is. */
export type Aws = {
  readonly url: string;
  /** The bucket's files by key. */
  readonly files: Map<string, StoredFile>;
  /** Every request in its order, such as `PUT site/index.html`. */
  readonly requests: string[];
  /** The paths of each invalidation. */
  readonly invalidations: (readonly string[])[];
  /** The deployed content-security-policy. */
  policy: string;
  /** How often an invalidation is asked for before it is complete. */
  pending: number;
  /** Which request is refused, by its place in `requests`, and all after it. */
  refuseFrom: number;
  /** A request that is carried out, once, without a word about it getting back. */
  lostReply: string | undefined;
  /** What answers say of the time. Default: the machine's. */
  date: string | undefined;
};

export const bucketName = 'files';

/** Starts what stands in for S3, CloudFront and STS, as far as publishing speaks with them; stopped after the test. */
export async function startAws(context: Pick<TestContext, 'after'>): Promise<Aws> {
  const aws = {
    files: new Map<string, StoredFile>(),
    requests: [] as string[],
    invalidations: [] as string[][],
    policy: "default-src 'none'",
    pending: 0,
    refuseFrom: Number.POSITIVE_INFINITY,
    lostReply: undefined as string | undefined,
    date: undefined as string | undefined,
  };
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://aws');
    const [, service = '', ...rest] = decodeURIComponent(pathname).split('/');
    const path = rest.join('/');
    aws.requests.push(describeRequest(request, service, path));
    const isRefused = aws.requests.length > aws.refuseFrom;
    const { status, headers, text } = isRefused
      ? fail(403, 'AccessDenied')
      : service === bucketName
        ? answerS3(aws, request, path, searchParams, body)
        : service === '2020-05-31'
          ? answerCloudFront(aws, request, path, body.toString())
          : answerSts();
    if (aws.requests.at(-1) === aws.lostReply) {
      aws.lostReply = undefined;
      return response.destroy();
    }
    response.writeHead(status, { ...headers, ...(aws.date !== undefined && { date: aws.date }) }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(aws, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

type Answer = { readonly status: number; readonly headers: Record<string, string>; readonly text: string | Buffer };

function describeRequest({ method, headers }: IncomingMessage, service: string, path: string): string {
  if (service !== bucketName) return `${method} ${path.replace(/^distribution\/\w+\//, '')}`.trim();
  return path === '' ? 'LIST' : `${headers['x-amz-copy-source'] === undefined ? method : 'COPY'} ${path}`;
}

function answerS3(
  { files }: Pick<Aws, 'files'>,
  { method, headers }: IncomingMessage,
  key: string,
  query: URLSearchParams,
  body: Buffer,
): Answer {
  if (key === '') return list(files, query.get('continuation-token') ?? '');
  const found = files.get(key);
  if (method === 'HEAD') {
    return { status: found ? 200 : 404, headers: found ? { etag: etagOf(found) } : {}, text: '' };
  }
  if (method === 'DELETE') {
    files.delete(key);
    return { status: 204, headers: {}, text: '' };
  }
  if (method === 'GET')
    return found ? { status: 200, headers: { etag: etagOf(found) }, text: found.body } : fail(404, 'NoSuchKey');

  const expected = headers['if-match'];
  if (expected !== undefined && !found) return fail(404, 'NoSuchKey');
  if ((expected !== undefined && etagOf(found) !== expected) || (headers['if-none-match'] === '*' && found)) {
    return fail(412, 'PreconditionFailed');
  }
  const checksum = headers['x-amz-checksum-sha256'];
  if (checksum !== undefined && createHash('sha256').update(body).digest('base64') !== checksum) {
    return fail(400, 'BadDigest');
  }
  const source = headers['x-amz-copy-source'];
  const copied = source === undefined ? undefined : files.get(String(source).replace(`${bucketName}/`, ''));
  if (source !== undefined && !copied) return fail(404, 'NoSuchKey');
  const sent = { body, type: headers['content-type'] ?? '', cache: headers['cache-control'] ?? '' };
  const isReplaced = headers['x-amz-metadata-directive'] === 'REPLACE';
  const stored = copied ? { ...(isReplaced ? sent : copied), body: copied.body } : sent;
  files.set(key, stored);
  return xml(`<CopyObjectResult><ETag>${etagOf(stored)}</ETag></CopyObjectResult>`, { etag: etagOf(stored) });
}

// Three a page, so that there are several.
function list(files: ReadonlyMap<string, StoredFile>, after: string): Answer {
  const keys = [...files.keys()].filter((key) => key > after).sort();
  const page = keys.slice(0, 3);
  const contents = page.map((key) => `<Contents><Key>${key}</Key><ETag>${etagOf(files.get(key))}</ETag></Contents>`);
  const next = keys.length > 3 ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  return xml(
    `<ListBucketResult><Name>${bucketName}</Name><KeyCount>${page.length}</KeyCount><IsTruncated>${next !== ''}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
  );
}

function answerCloudFront(aws: Omit<Aws, 'url'>, { method }: IncomingMessage, path: string, body: string): Answer {
  if (path.endsWith('/config')) {
    return xml(
      '<DistributionConfig><DefaultCacheBehavior><ResponseHeadersPolicyId>headers</ResponseHeadersPolicyId></DefaultCacheBehavior></DistributionConfig>',
    );
  }
  if (path.startsWith('response-headers-policy/')) {
    const policy = `<ContentSecurityPolicy><ContentSecurityPolicy>${aws.policy}</ContentSecurityPolicy></ContentSecurityPolicy>`;
    return xml(
      `<ResponseHeadersPolicy><ResponseHeadersPolicyConfig><SecurityHeadersConfig>${policy}</SecurityHeadersConfig></ResponseHeadersPolicyConfig></ResponseHeadersPolicy>`,
    );
  }
  if (method === 'POST') aws.invalidations.push([...body.matchAll(/<Path>(.*?)<\/Path>/g)].map(([, one = '']) => one));
  const isComplete = method === 'GET' && aws.pending === 0;
  if (method === 'GET') aws.pending = Math.max(0, aws.pending - 1);
  return xml(`<Invalidation><Id>I1</Id><Status>${isComplete ? 'Completed' : 'InProgress'}</Status></Invalidation>`);
}

function answerSts(): Answer {
  const who = '<Account>123456789012</Account><Arn>arn:aws:iam::123456789012:user/jane</Arn>';
  return xml(
    `<GetCallerIdentityResponse><GetCallerIdentityResult>${who}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
  );
}

function etagOf(file: StoredFile | undefined): string {
  return `"${createHash('md5')
    .update(file?.body ?? '')
    .digest('hex')}"`;
}

function xml(text: string, headers: Record<string, string> = {}): Answer {
  return { status: 200, headers: { 'content-type': 'application/xml', ...headers }, text };
}

function fail(status: number, code: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    text: `<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  };
}
