export type { VisitStore } from './visit-store.ts';
