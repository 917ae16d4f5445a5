export { choosePaper } from './choose-paper.ts';
export { createSheet } from './create-sheet.ts';
export { describePress } from './describe-press.ts';
export { explainMissing } from './explain-missing.ts';
export { type Card, openPress, type Press, type Print, tryPress } from './open-press.ts';
export { type Font, readFamily } from './read-family.ts';
export type { Sheet } from './sheet.ts';
export { type StartedPress, startPress } from './start-press.ts';
export { roomiest, weighSheet } from './weigh-sheet.ts';
