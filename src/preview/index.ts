export { createRebuild } from './create-rebuild.ts';
export { openTable } from './open-table.ts';
export { type Api, type ApiOptions, startApi } from './start-api.ts';
export { type BuildOutcome, startBuilder } from './start-builder.ts';
export { startCloud } from './start-cloud.ts';
export { type Edge, type EdgeOptions, startEdge } from './start-edge.ts';
export { startTable, type TableOptions } from './start-table.ts';
export type { Trouble, TroubleItem } from './trouble.ts';
export { watchFiles } from './watch-files.ts';
