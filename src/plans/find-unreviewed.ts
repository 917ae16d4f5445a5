import { formatChange } from './format-change.ts';
import type { UnitPlan } from './read-plan.ts';
import type { UnitReview } from './review.ts';

/**
 * Finds what a plan wants that the review does not show, as texts to print; none when all of it was seen. Each change has to
 * be one of those that were seen, to the last value. Only a unit that follows others may differ: in values that were not known
 * at the review, and by updating in place what those others concern. It never creates, replaces or destroys what was not shown.
 */
export function findUnreviewed(
  { unit, changes, digest }: UnitPlan,
  reviewed: UnitReview | undefined,
): readonly string[] {
  if (reviewed?.digest === digest) return [];
  return changes.flatMap((change) => {
    const seen = reviewed?.changes[change.address];
    const isFollowing = (reviewed?.follows.length ?? 0) > 0;
    if (seen?.digest === change.digest) return [];
    if (isFollowing && (change.action === 'update' || seen?.action === change.action)) return [];
    const reason = seen === undefined ? 'not in the reviewed plan' : 'not what the reviewed plan shows';
    return [`${unit}: ${reason}:\n${formatChange(change).replaceAll(/^/gm, '  ')}`];
  });
}
