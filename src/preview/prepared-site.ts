import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import {
  type Answer,
  answerUnchanged,
  canCompress,
  chooseEncoding,
  compressBody,
  decodePath,
  type Encoding,
  textAnswer,
} from '#edge';
import type { Site, SiteFile } from '#site';

/** A site with all the work of answering done: files by path, each with its headers and packed bodies. */
export type PreparedSite = {
  readonly files: ReadonlyMap<string, PreparedFile>;
  readonly headers: Readonly<Record<string, string>>;
};

type PreparedFile = {
  readonly headers: Readonly<Record<string, string>>;
  readonly whole: PreparedBody;
  /** As it is and packed, where that makes it smaller. */
  readonly bodies: ReadonlyMap<Encoding, PreparedBody>;
};

type PreparedBody = { readonly body: Uint8Array; readonly etag: string };

/** What is asked of a site. */
export type SiteRequest = {
  readonly method: string;
  /** The path with its query, as it came. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
};

export function prepareSite({ files, headers }: Pick<Site, 'files' | 'headers'>): PreparedSite {
  return { files: new Map(files.map((file) => [file.path, prepareFile(file, headers)])), headers };
}

function prepareFile({ body, type, cache }: SiteFile, headers: Site['headers']): PreparedFile {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const whole = { body, etag: `"${hash}"` };
  const bodies = new Map<Encoding, PreparedBody>([['identity', whole]]);
  const isCompressible = canCompress(type, body.length);
  for (const encoding of isCompressible ? (['br', 'gzip'] as const) : []) {
    const packed = compressBody(body, encoding);
    if (packed.length < body.length) bodies.set(encoding, { body: packed, etag: `"${hash}-${encoding}"` });
  }
  const varies = isCompressible ? { vary: 'accept-encoding' } : {};
  return { headers: { 'content-type': type, 'cache-control': cache, ...varies, ...headers }, whole, bodies };
}

/** Answers a request for a file of the site; its 404 page stands for every path that it does not have. */
export function answerFile(site: PreparedSite, { method, target, headers }: SiteRequest): Answer {
  if (method !== 'GET' && method !== 'HEAD') {
    const answer = answerText(site, 405, 'This address answers GET and HEAD only.');
    return { ...answer, headers: { ...answer.headers, allow: 'GET, HEAD' } };
  }
  const file = site.files.get(findPath(target) ?? '');
  return file
    ? answerUnchanged(pack(file, 200, headers), headers['if-none-match'])
    : answerPage(site, '404.html', 404, headers);
}

/** Answers with a page of the site under another status; a plain sentence stands for a page that it does not have. */
export function answerPage(site: PreparedSite, path: string, status: number, headers: IncomingHttpHeaders): Answer {
  const file = site.files.get(path);
  return file ? pack(file, status, headers) : answerText(site, status, 'There is no such page.');
}

function answerText({ headers }: PreparedSite, status: number, sentence: string): Answer {
  const answer = textAnswer(status, sentence);
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

function pack(file: PreparedFile, status: number, request: IncomingHttpHeaders): Answer {
  const encoding = chooseEncoding(request['accept-encoding'], (one) => file.bodies.has(one));
  const { body, etag } = file.bodies.get(encoding) ?? file.whole;
  const packed = encoding === 'identity' ? {} : { 'content-encoding': encoding };
  return { status, headers: { ...file.headers, etag, ...packed }, body };
}

// A folder stands for its index.html. Nothing else is resolved: a path, with whatever `..` in it, is only ever a key.
function findPath(target: string): string | undefined {
  const path = target.split('?', 1)[0] ?? '';
  return path.startsWith('/') ? decodePath(path.slice(1) + (path.endsWith('/') ? 'index.html' : '')) : undefined;
}
