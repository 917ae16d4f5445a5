import { answerFault } from './answer-fault.ts';
import type { VisitLog } from './visit-log.ts';
import type { VisitRequest } from './visit-request.ts';
import { createResponse, type VisitResponse } from './visit-response.ts';
import type { VisitStore } from './visit-store.ts';

/** Answers one request; never rejects, because a fault is an answer too. */
export type Visits = (request: VisitRequest) => Promise<VisitResponse>;

const LARGEST_BODY_BYTES = 1024;

/**
 * Creates the function that answers requests: `POST /visitor` adds one visit to the store and gets `{"count": N}`.
 *
 * Every answer is JSON, is never cached and tells in `x-visitor` what was decided: `counted` (200), `unknown-path`
 * (404), `wrong-method` (405), `too-large` (413, a body over 1,024 bytes) or `fault` (500, and one entry in the log).
 */
export function createVisits({ store, log }: { readonly store: VisitStore; readonly log: VisitLog }): Visits {
  return async function answerVisit(request) {
    try {
      return (await refuseRequest(request)) ?? createResponse(200, 'counted', { count: await store.add() });
    } catch (fault) {
      return answerFault(fault, log);
    }
  };
}

async function refuseRequest(request: VisitRequest): Promise<VisitResponse | undefined> {
  if (new URL(request.url).pathname !== '/visitor') {
    return createResponse(404, 'unknown-path', { error: 'There is nothing here. Send a POST request to /visitor.' });
  }
  if (request.method !== 'POST') {
    return createResponse(405, 'wrong-method', { error: 'Send a POST request to count a visit.' }, { allow: 'POST' });
  }
  if (await isBodyTooLarge(request)) {
    const error = `The body is larger than ${LARGEST_BODY_BYTES} bytes. Send a smaller one, or none.`;
    return createResponse(413, 'too-large', { error });
  }
  return undefined;
}

async function isBodyTooLarge({ headers, body }: VisitRequest): Promise<boolean> {
  if (Number(headers.get('content-length')) > LARGEST_BODY_BYTES) return true;
  let bytes = 0;
  // The header may be absent or false, so what arrives is counted as well, and no more than needed is taken.
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_BODY_BYTES) return true;
  }
  return false;
}
