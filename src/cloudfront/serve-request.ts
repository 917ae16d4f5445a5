import { type Answer, canCompress, chooseEncoding, compressBody, type Encoding, readHeader } from '#edge';
import { chooseTtl } from './choose-ttl.ts';
import type { Cache, CacheEntry } from './create-cache.ts';
import { fetchFromOrigin, type OriginRequest, type OriginTools } from './fetch-from-origin.ts';
import { filterNames } from './name-policy.ts';

export type ServeTools = OriginTools & { readonly cache: Cache; readonly now: () => Date };

/** Serves a request from the cache, or asks the origin and keeps what it says; `x-cache` tells which. */
export async function serveRequest(question: Omit<OriginRequest, 'etag'>, tools: ServeTools): Promise<Answer> {
  const { request, behavior } = question;
  const { cache, now } = tools;
  const isCached = behavior.cachedMethods.includes(request.method);
  const accepted = request.headers['accept-encoding'];
  const encoding = chooseEncoding(accepted, (one) => one === 'identity' || behavior.encodings.includes(one));
  const key = describeKey(question, encoding);
  const kept = isCached ? cache.find(key) : undefined;
  if (kept && kept.freshUntil > now().getTime()) return answerKept(kept, 'Hit', now());

  // A whole answer serves HEAD too.
  const asked = isCached ? { ...request, method: 'GET' } : request;
  const answer = await fetchFromOrigin({ ...question, request: asked, etag: kept?.etag }, tools);
  const ttl = chooseTtl(answer, behavior.ttl, question.distribution.errorPages.get(answer.status), now());
  const keptAt = now().getTime();
  const freshUntil = keptAt + ttl * 1000;
  if (kept && answer.status === 304) {
    const renewed = { ...kept, keptAt, freshUntil };
    cache.keep(key, renewed);
    return answerKept(renewed, 'RefreshHit', now());
  }
  const packed = behavior.compresses ? compressAnswer(answer, encoding) : answer;
  if (isCached && ttl > 0) {
    const etag = readHeader(answer, 'etag') || undefined;
    cache.keep(key, { path: request.path, answer: packed, etag, keptAt, freshUntil });
  }
  return setXCache(packed, answer.status >= 400 ? 'Error' : 'Miss');
}

function answerKept({ answer, keptAt }: CacheEntry, word: 'Hit' | 'RefreshHit', now: Date): Answer {
  const age = String(Math.floor((now.getTime() - keptAt) / 1000));
  return setXCache({ ...answer, headers: { ...answer.headers, age } }, answer.status >= 400 ? 'Error' : word);
}

function describeKey({ request, behavior }: Omit<OriginRequest, 'etag'>, encoding: Encoding): string {
  const { headers, cookies, query } = filterNames(request, behavior.key, {});
  return JSON.stringify([behavior.pattern, request.path, query, cookies, headers, encoding]);
}

/** Compresses an answer as CloudFront does: only what it can, what is not packed yet, and what gets smaller by it. */
function compressAnswer(answer: Answer, encoding: Encoding): Answer {
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

/** Says where an answer comes from, as CloudFront does: `Hit from cloudfront`. */
export function setXCache(answer: Answer, word: string): Answer {
  return { ...answer, headers: { ...answer.headers, 'x-cache': `${word} from cloudfront` } };
}
