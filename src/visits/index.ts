export { capCounters } from './cap-counters.ts';
export { createVisits, type Visits } from './create-visits.ts';
export { type Day, readDay, type Tally } from './read-day.ts';
export type { VisitRequest } from './visit-request.ts';
export {
  answerError,
  type VisitLog,
  type VisitLogEntry,
  type VisitResponse,
} from './visit-response.ts';
export type { Added, VisitNote, Visitor, VisitStore } from './visit-store.ts';
