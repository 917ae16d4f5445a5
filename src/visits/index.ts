export { capCounters } from './cap-counters.ts';
export { createVisits, type Visits, type VisitsOptions } from './create-visits.ts';
export type { BotReason } from './find-bot.ts';
export { type Day, readDay, type Tally } from './read-day.ts';
export type { VisitHeaders, VisitRequest } from './visit-request.ts';
export {
  answerError,
  type Decision,
  type VisitLog,
  type VisitLogEntry,
  type VisitResponse,
} from './visit-response.ts';
export type { Added, VisitNote, Visitor, VisitStore } from './visit-store.ts';
