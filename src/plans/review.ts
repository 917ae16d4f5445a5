import { measure } from './code-block.ts';
import { formatChange } from './format-change.ts';
import type { Action, UnitPlan } from './read-plan.ts';

/** What a reviewer saw of a unit. */
export type UnitReview = {
  readonly digest: string;
  /** The units whose outputs will change, so that this one may have to change with them. */
  readonly follows: readonly string[];
  /** By address. */
  readonly changes: Readonly<Record<string, { readonly action: Action; readonly digest: string }>>;
};

/** What a reviewer saw: the plans for a commit, by environment and unit. */
export type Review = {
  readonly version: 1;
  readonly commit: string;
  readonly environments: Readonly<Record<string, Readonly<Record<string, UnitReview>>>>;
};

/** What every comment with a plan begins with. */
export const reviewMark = '<!-- cloud-resume plan ';
const end = ' -->';

export function reviewUnit({ digest, changes }: UnitPlan, follows: readonly string[]): UnitReview {
  return {
    digest,
    follows,
    changes: Object.fromEntries(changes.map(({ address, action, digest }) => [address, { action, digest }])),
  };
}

/**
 * Writes a review as a line of Markdown that nobody sees, of at most so many bytes. Where it would be longer, the units with the
 * longest lists are left their digest alone: of these a plan has to be the very same.
 */
export function writeReview(review: Review, maxBytes: number): string {
  const line = writeLine(review);
  if (measure(line) <= maxBytes) return line;
  const longest = Object.entries(review.environments)
    .flatMap(([name, units]) =>
      Object.entries(units).map(([unit, { changes }]) => ({ name, unit, size: size(changes) })),
    )
    .reduce((one, other) => (other.size > one.size ? other : one));
  if (longest.size === size({})) {
    const units = Object.values(review.environments).reduce((sum, one) => sum + Object.keys(one).length, 0);
    throw new Error(
      `${units} units are too many for one comment on GitHub. Name an environment: npx cloud-resume plan ENV.`,
    );
  }
  const { name, unit } = longest;
  const units = review.environments[name] ?? {};
  const shorter = { ...units, [unit]: { digest: '', follows: [], ...units[unit], changes: {} } };
  return writeReview({ ...review, environments: { ...review.environments, [name]: shorter } }, maxBytes);
}

function size(changes: UnitReview['changes']): number {
  return measure(JSON.stringify(changes));
}

function writeLine(review: Review): string {
  // Two hyphens could end the remark.
  return `${reviewMark}${JSON.stringify(review).replaceAll('--', '-\\u002d')}${end}`;
}

/** Reads the review that a comment begins with. Anywhere else it could be part of a planned value that somebody chose. */
export function readReview(comment: string): Review | undefined {
  const line = comment.split(/\r?\n/, 1)[0] ?? '';
  if (!line.startsWith(reviewMark) || !line.endsWith(end)) return undefined;
  try {
    const review = JSON.parse(line.slice(reviewMark.length, -end.length)) as Review;
    return review.version === 1 ? review : undefined;
  } catch {
    return undefined;
  }
}

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
