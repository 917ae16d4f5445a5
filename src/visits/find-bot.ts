import { getPattern } from 'isbot';
import type { VisitHeaders } from './visit-request.ts';

/**
 * Why a visit is no person's: it names no browser (`empty`), or a robot (`agent`); nobody looks at the page yet
 * (`prefetch`); no page sent it (`script`), because browsers say with every POST of a page where it comes from. Or the store knows
 * of too many from the same network (`flood`).
 */
export type BotReason = 'empty' | 'agent' | 'prefetch' | 'script' | 'flood';

/** Finds by its headers what makes a visit a bot's. */
export function findBot(headers: VisitHeaders): BotReason | undefined {
  const agent = headers['user-agent'];
  if (!agent) return 'empty';
  if (getPattern().test(agent)) return 'agent';
  if (headers['sec-purpose']) return 'prefetch';
  return headers.origin || headers['sec-fetch-site'] ? undefined : 'script';
}
