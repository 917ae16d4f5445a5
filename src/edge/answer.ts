import type { ServerResponse } from 'node:http';

/** What an edge, or an origin, answers. */
export type Answer = {
  readonly status: number;
  /** By lower-case name; without the length of the body. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array;
};

/** Sends a whole answer. */
export function sendAnswer(response: ServerResponse, { status, headers, body }: Answer): void {
  const length = status === 304 ? {} : { 'content-length': body.length };
  response.writeHead(status, { ...(headers as Record<string, string | string[]>), ...length });
  // To HEAD Node sends no body.
  response.end(body);
}

/** A sentence as an answer, not to be cached. */
export function textAnswer(status: number, sentence: string): Answer {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body: Buffer.from(`${sentence}\n`),
  };
}

/** A header as text; empty when the answer has none. */
export function readHeader({ headers }: Pick<Answer, 'headers'>, name: string): string {
  return String(headers[name] ?? '');
}

/** The answer to who has this very version already, whichever way its body was packed: 304, without what describes a body. */
export function answerUnchanged(answer: Answer, ifNoneMatch: string | undefined): Answer {
  if (answer.status !== 200 || !matchEtag(ifNoneMatch, readHeader(answer, 'etag'))) return answer;
  const { 'content-type': _, 'content-encoding': __, ...kept } = answer.headers;
  return { status: 304, headers: kept, body: new Uint8Array() };
}

function matchEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch?.trim() === '*') return true;
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  return etag !== '' && (ifNoneMatch ?? '').split(',').some((tag) => plain(tag) === plain(etag));
}
