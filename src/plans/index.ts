export {
  defaultLimits,
  estimateMonthlyCost,
  estimatePlans,
} from './estimate-cost.ts';
export { formatChange } from './format-change.ts';
export { type EnvironmentPlan, formatComment } from './format-comment.ts';
export { driftMark, formatDrift } from './format-drift.ts';
export { prices } from './prices.ts';
export { countChanges, readPlan, type TofuPlan, type UnitPlan } from './read-plan.ts';
export { findUnreviewed, type Review, readReview, reviewMark } from './review.ts';
export { findDependents, sortUnitsIntoLayers, type Unit } from './sort-units.ts';
