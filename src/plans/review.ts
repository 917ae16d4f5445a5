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

const begin = '<!-- cloud-resume plan ';

/** What every comment with a plan begins with. */
export const reviewMark = begin;

export function reviewUnit({ digest, changes }: UnitPlan, follows: readonly string[]): UnitReview {
  return {
    digest,
    follows,
    changes: Object.fromEntries(changes.map(({ address, action, digest }) => [address, { action, digest }])),
  };
}

/** Writes a review as a line of Markdown that nobody sees. */
export function writeReview(review: Review): string {
  // Two hyphens could end the remark.
  const text = JSON.stringify(review).replaceAll('--', '-\\u002d');
  return `${begin}${text} -->`;
}

/** Reads the review that a comment begins with. Anywhere else it could be part of a planned value that somebody chose. */
export function readReview(comment: string): Review | undefined {
  const line = comment.split(/\r?\n/, 1)[0] ?? '';
  if (!line.startsWith(begin) || !line.endsWith(' -->')) return undefined;
  try {
    const review = JSON.parse(line.slice(begin.length, -' -->'.length)) as Review;
    return review.version === 1 ? review : undefined;
  } catch {
    return undefined;
  }
}
