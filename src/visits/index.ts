export { answerFault } from './answer-fault.ts';
export { createMemoryStore } from './create-memory-store.ts';
export { createVisits, type Visits } from './create-visits.ts';
export type { VisitLog, VisitLogEntry } from './visit-log.ts';
export type { VisitRequest } from './visit-request.ts';
export type { Decision, VisitResponse } from './visit-response.ts';
export type { VisitStore } from './visit-store.ts';
