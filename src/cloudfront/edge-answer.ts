/** What the edge, or an origin, answers. */
export type EdgeAnswer = {
  readonly status: number;
  /** By lower-case name; without the length of the body. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array;
};

/** A header as text; empty when the answer has none. */
export function readHeader({ headers }: EdgeAnswer, name: string): string {
  const value = headers[name] ?? '';
  return typeof value === 'string' ? value : value.join(', ');
}

/** An answer of the edge itself, which no origin has given. */
export function createErrorAnswer(status: number, sentence: string): EdgeAnswer {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body: Buffer.from(`${sentence}\n`),
  };
}

/** Says where an answer comes from, as CloudFront does: `Hit from cloudfront`. */
export function markAnswer(answer: EdgeAnswer, word: string): EdgeAnswer {
  return { ...answer, headers: { ...answer.headers, 'x-cache': `${word} from cloudfront` } };
}
