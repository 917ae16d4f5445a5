export { type Count, countChanges } from './count-changes.ts';
export { findUnreviewed } from './find-unreviewed.ts';
export { formatChange } from './format-change.ts';
export { type EnvironmentPlan, formatComment } from './format-comment.ts';
export { driftMark, type EnvironmentDrift, formatDrift } from './format-drift.ts';
export { findFollowers, orderUnits, type Unit } from './order-units.ts';
export { type Change, readPlan, type UnitPlan } from './read-plan.ts';
export { type Review, readReview, reviewMark, type UnitReview } from './review.ts';
export type { TofuPlan } from './tofu-plan.ts';
