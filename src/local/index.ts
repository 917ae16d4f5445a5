export { openTable } from './open-table.ts';
export type { Service } from './service.ts';
export { type Api, type ApiOptions, startApi } from './start-api.ts';
export { type Edge, type EdgeOptions, startEdge } from './start-edge.ts';
export { startTable, type TableOptions } from './start-table.ts';
export type { Trouble, TroubleItem } from './trouble.ts';
