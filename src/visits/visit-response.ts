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
  /** The total with 200, else what is wrong. */
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
    body: JSON.stringify({ [statusCode === 200 ? 'count' : 'error']: content }),
  };
}

/** Tells of an error and of nothing that the visitor sent: no address, no user agent, no body. */
export type VisitLogEntry = {
  readonly level: 'error';
  readonly message: string;
  /** The error, then what caused it, each with its name: `Error: connect ECONNREFUSED`. */
  readonly causes: readonly string[];
};

/** Takes one entry and writes it as one line; `JSON.stringify(entry)` is that line. */
export type VisitLog = (entry: VisitLogEntry) => void;

/** Answers an error with a plain 500 that shows nothing of it, and writes it with its cause to the log as one entry. */
export function answerError(error: unknown, log: VisitLog): VisitResponse {
  log({
    level: 'error',
    message: 'A visit could not be counted.',
    causes: [error, Object(error).cause].filter(Boolean).map(String),
  });
  return createResponse(500, 'fault', 'Try again later.');
}
