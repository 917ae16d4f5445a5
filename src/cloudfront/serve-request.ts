import { chooseEncoding, type Encoding } from '#edge';
import { askOrigin, type OriginQuestion, type OriginTools } from './ask-origin.ts';
import { chooseTtl } from './choose-ttl.ts';
import { compressAnswer } from './compress-answer.ts';
import type { Cache, Kept } from './create-cache.ts';
import { type EdgeAnswer, markAnswer, readHeader } from './edge-answer.ts';
import { selectNames } from './select-names.ts';

export type ServeTools = OriginTools & { readonly cache: Cache; readonly now: () => Date };

/** Serves a request from the cache, or asks the origin and keeps what it says; `x-cache` tells which. */
export async function serveRequest(question: Omit<OriginQuestion, 'etag'>, tools: ServeTools): Promise<EdgeAnswer> {
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
  const answer = await askOrigin({ ...question, request: asked, etag: kept?.etag }, tools);
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
  return markAnswer(packed, answer.status >= 400 ? 'Error' : 'Miss');
}

function answerKept({ answer, keptAt }: Kept, word: 'Hit' | 'RefreshHit', now: Date): EdgeAnswer {
  const age = String(Math.floor((now.getTime() - keptAt) / 1000));
  return markAnswer({ ...answer, headers: { ...answer.headers, age } }, answer.status >= 400 ? 'Error' : word);
}

function describeKey({ request, behavior }: Omit<OriginQuestion, 'etag'>, encoding: Encoding): string {
  const { headers, cookies, query } = selectNames(request, behavior.key, {});
  return JSON.stringify([behavior.pattern, request.path, query, cookies, headers, encoding]);
}
