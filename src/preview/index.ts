export type { FileChange } from './show-build.ts';
export { startApi } from './start-api.ts';
export type { BuildOutcome } from './start-builder.ts';
export { startEdge } from './start-edge.ts';
export { startPreview } from './start-preview.ts';
export { describeTable, openTable, startTable } from './start-table.ts';
export { toOverlay } from './to-overlay.ts';
