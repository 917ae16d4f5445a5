import type { VisitLog } from './visit-log.ts';
import { createResponse, type VisitResponse } from './visit-response.ts';

/**
 * Answers a fault with a plain 500 that shows nothing of it, and writes it with its cause to the log as one entry.
 */
export function answerFault(fault: unknown, log: VisitLog): VisitResponse {
  const causes = [fault, Object(fault).cause].filter(Boolean).map(String);
  log({ level: 'error', message: 'A visit could not be counted.', causes });
  return createResponse(500, 'fault', 'Try again later.');
}
