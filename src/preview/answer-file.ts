import type { IncomingHttpHeaders } from 'node:http';
import { chooseEncoding, matchEtag } from '#edge';
import type { PreparedFile, PreparedSite } from './prepare-site.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** Answers a request for a file of the site; its 404 page stands for every path that it does not have. */
export function answerFile(
  site: PreparedSite,
  request: { readonly method: string; readonly target: string; readonly headers: IncomingHttpHeaders },
): Answer {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const { status, headers, body } = answerText(site, 405, 'This address answers GET and HEAD alone.');
    return { status, headers: { ...headers, allow: 'GET, HEAD' }, body };
  }
  const file = site.files.get(findPath(request.target) ?? '');
  return file ? sendFile(file, 200, request.headers) : answerPage(site, '404.html', 404, request.headers);
}

/** Answers with a page of the site under another status; a plain sentence stands for a page that it does not have. */
export function answerPage(site: PreparedSite, path: string, status: number, request: IncomingHttpHeaders): Answer {
  const file = site.files.get(path);
  return file ? sendFile(file, status, request) : answerText(site, status, 'There is no such page.');
}

function answerText({ headers }: PreparedSite, status: number, sentence: string): Answer {
  return {
    status,
    headers: { ...headers, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body: Buffer.from(`${sentence}\n`),
  };
}

function sendFile(file: PreparedFile, status: number, request: IncomingHttpHeaders): Answer {
  const encoding = chooseEncoding(request['accept-encoding'], (one) => file.bodies.has(one));
  const { body, etag } = file.bodies.get(encoding) ?? file.whole;
  if (status === 200 && matchEtag(request['if-none-match'], etag)) {
    const { 'content-type': _, ...headers } = file.headers as Record<string, string>;
    return { status: 304, headers: { ...headers, etag }, body: new Uint8Array() };
  }
  const headers = { ...file.headers, etag };
  return { status, headers: encoding === 'identity' ? headers : { ...headers, 'content-encoding': encoding }, body };
}

// A folder stands for its index.html. Nothing else is resolved: a path, with whatever `..` in it, is only ever a key.
function findPath(target: string): string | undefined {
  const path = target.split('?', 1)[0] ?? '';
  const key = path.slice(1) + (path.endsWith('/') ? 'index.html' : '');
  return path.startsWith('/') ? decodePercents(key) : undefined;
}

// Bytes that are no UTF-8 become U+FFFD, which is in nobody's path; decodeURIComponent would throw.
function decodePercents(text: string): string {
  return text.replace(/(%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'));
}
