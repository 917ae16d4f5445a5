import type { VisitLog, VisitLogEntry } from './visit-log.ts';
import { createResponse, type VisitResponse } from './visit-response.ts';

/**
 * Answers a fault with a plain 500 that shows nothing of it, and writes it with its causes to the log as one entry.
 */
export function answerFault(fault: unknown, log: VisitLog): VisitResponse {
  log({ level: 'error', message: 'A visit could not be counted.', causes: listCauses(fault) });
  return createResponse(500, 'fault', { error: 'The visit could not be counted. Please try again later.' });
}

/** A chain of causes can be a ring, so it is followed for so many links at most. */
const LONGEST_CHAIN = 8;

function listCauses(fault: unknown): VisitLogEntry['causes'] {
  const causes: { name: string; message: string }[] = [];
  let next: unknown = fault;
  while (next !== undefined && next !== null && causes.length < LONGEST_CHAIN) {
    if (next instanceof Error) {
      causes.push({ name: next.name, message: next.message });
      next = next.cause ?? (next instanceof AggregateError ? next.errors[0] : undefined);
    } else {
      causes.push({
        name: typeof next,
        message: typeof next === 'string' ? next : 'Something that is no Error was thrown.',
      });
      next = undefined;
    }
  }
  return causes;
}
