import { findBot } from './find-bot.ts';
import { findVisitor } from './find-visitor.ts';
import { listCounters } from './list-counters.ts';
import { type Message, readMessage } from './read-message.ts';
import type { VisitRequest } from './visit-request.ts';
import { createResponse, type Decision, type VisitResponse } from './visit-response.ts';
import type { VisitNote, VisitStore } from './visit-store.ts';

/** Answers one request; rejects when the store does. */
export type Visits = (request: VisitRequest) => Promise<VisitResponse>;

type VisitsOptions = {
  readonly store: VisitStore;
  /** Default: the clock of the machine. */
  readonly now?: () => Date;
  /** Gives a number from 0 to 1, for the id of a visit that brings none. Default: `Math.random`. */
  readonly random?: () => number;
};

/**
 * Creates the function that answers requests: `POST /visitor` adds one visit to the store and gets `{"count": N}`.
 *
 * Without a body it counts in the total alone. With the page's message (`readMessage`) it is counted once, however often it
 * is sent within ten seconds, and noted in the day's statistics; a bot, or a flood from one network, is noted and not counted.
 * Every answer is JSON, is never cached and tells in `x-visitor` what was decided: `counted`, `private` (in the total alone,
 * as `Sec-GPC` or `DNT` ask), `again` (the page was only loaded again) or `bot-…` with its reason (200), `unreadable` (400),
 * `direct` or `cross-site` (403), `unknown-path` (404), `wrong-method` (405, with `allow`) or `too-large` (413, a body of more
 * than 1,024 characters).
 */
export function createVisits({ store, now = () => new Date(), random = Math.random }: VisitsOptions): Visits {
  return async function answerVisit(request) {
    const { headers, body } = request;
    const message = readMessage(body);
    const refusal = refuseRequest(request, message);
    if (refusal) return createResponse(...refusal);
    const { id = random().toString(36).slice(2, 10), again } = message ?? {};
    const time = now().toISOString();
    const day = time.slice(0, 10);

    async function add(decision: Decision, counts: boolean, note?: VisitNote): Promise<VisitResponse> {
      const { total, isFlood } = await store.add(id, counts, note);
      return createResponse(200, isFlood ? 'bot-flood' : decision, total);
    }

    if (!message) return add('counted', true);
    if (again) return add('again', false);
    const bot = findBot(headers);
    if (bot) return add(`bot-${bot}`, false, { day, counters: ['bot', `b#${bot}`] });
    if (headers['sec-gpc'] === '1' || headers.dnt === '1') return add('private', true);
    return add('counted', true, { day, counters: listCounters(headers, message, time), visitor: findVisitor(headers) });
  };
}

type Refusal = readonly [status: number, decision: Decision, error: string];

/**
 * Refuses what is no visit of the site, before anything of it is believed or written; undefined when it may be one.
 *
 * An Origin is not looked at: it could only be compared with the host that the browser asked for, and CloudFront cannot hand
 * that on to an API of AWS, which answers to its own name alone. Browsers send Sec-Fetch-Site since 2023.
 */
function refuseRequest(
  { route, isFromEdge, headers, body }: VisitRequest,
  message: Message | undefined,
): Refusal | undefined {
  if (!isFromEdge) return [403, 'direct', 'Send it to the site, not to its API.'];
  if (!/^(same-origin|none|)$/.test(headers['sec-fetch-site'] ?? '')) {
    return [403, 'cross-site', 'Send it from the site itself.'];
  }
  if (!route.endsWith(' /visitor')) return [404, 'unknown-path', 'Send it to /visitor.'];
  if (!route.startsWith('POST ')) return [405, 'wrong-method', 'Send a POST request.'];
  // A constant's name would be in the bundle.
  if (body.length > 1024) return [413, 'too-large', 'Send a smaller body.'];
  if (body && !message) return [400, 'unreadable', 'Send what the page sends, or no body.'];
  return undefined;
}
