import type { Encoding } from '#edge';
import { canCompress, compressBody } from '#edge';
import { type EdgeAnswer, readHeader } from './edge-answer.ts';

/** Compresses an answer as CloudFront does: only what it can, what is not packed yet, and what gets smaller by it. */
export function compressAnswer(answer: EdgeAnswer, encoding: Encoding): EdgeAnswer {
  const { status, headers, body } = answer;
  const isPossible = [200, 403, 404].includes(status) && readHeader(answer, 'content-encoding') === '';
  if (!isPossible || !canCompress(readHeader(answer, 'content-type'), body.length)) return answer;
  const varied = { ...headers, vary: 'Accept-Encoding' };
  if (encoding === 'identity') return { status, headers: varied, body };
  const packed = compressBody(body, encoding);
  if (packed.length >= body.length) return { status, headers: varied, body };
  const etag = readHeader(answer, 'etag').replace(/^(?=")/, 'W/');
  return { status, headers: { ...varied, ...(etag && { etag }), 'content-encoding': encoding }, body: packed };
}
