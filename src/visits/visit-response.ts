import type { BotReason } from './find-bot.ts';

/** What a visit is answered with. */
export type VisitResponse = {
  readonly statusCode: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body: string;
};

/** What was decided about a request, told in the `x-visitor` header. */
export type Decision =
  | 'counted'
  | 'private'
  | 'again'
  | `bot-${BotReason}`
  | 'direct'
  | 'cross-site'
  | 'unknown-path'
  | 'wrong-method'
  | 'too-large'
  | 'unreadable'
  | 'fault';

export function createResponse(
  statusCode: number,
  decision: Decision,
  /** The total, or what is wrong. */
  content: number | string,
): VisitResponse {
  return {
    statusCode,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-visitor': decision,
      ...(statusCode === 405 && { allow: 'POST' }),
    },
    body: JSON.stringify(typeof content === 'number' ? { count: content } : { error: content }),
  };
}
