import { codeBlock, measure } from './code-block.ts';
import { formatChange } from './format-change.ts';
import { formatName } from './format-name.ts';
import { countChanges, type UnitPlan } from './read-plan.ts';
import { type Review, reviewUnit, writeReview } from './review.ts';

/** What a plan of a whole environment wants. */
export type EnvironmentPlan = {
  readonly name: string;
  /** In the order in which they are applied. */
  readonly units: readonly {
    readonly plan: UnitPlan;
    /** The units that it follows: see findDependents. */
    readonly follows: readonly string[];
  }[];
  /** The most that it can cost a month, in US dollars: idle, with a flood at its limits all month long. */
  readonly worstCase: number;
  /** What a million visits cost, in US dollars. */
  readonly millionVisits: number;
};

// GitHub takes 65,536 characters. A variable of a process, by which the comment is passed on, may have 128 KB.
const maxBytes = 64_000;
const maxReviewBytes = 40_000;
const maxRows = 60;
// Names of folders may be all signs that have to be spelled out.
const maxTableBytes = 12_000;
const maxCostBytes = 8000;
// What a unit's own line, heading and closing take at most.
const rest = '… and # lines more: the log of the plan has them all';
// A block with less room than this says nothing.
const minBlockBytes = 200;

/** Writes the comment that shows a reviewer what a merge would change, and that says so to `cloud-resume apply` too. */
export function formatComment(environments: readonly EnvironmentPlan[], commit: string): string {
  const changed = environments.flatMap(({ name, units }) =>
    units.filter(({ plan }) => plan.changes.length > 0).map(({ plan }) => ({ name, plan })),
  );
  const frame = (blocks: readonly string[]) =>
    [
      `${writeReview(createReview(environments, commit), maxReviewBytes)}\n### What a merge changes on AWS`,
      formatTable(environments),
      ...blocks,
      limitRows(environments.map(formatCost), maxCostBytes).join('\n'),
      `${explainDependents(environments)}Planned for ${commit.slice(0, 12)}. Nothing is applied before the merge.\n`,
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  const around = (title: string, block: string) => `<details><summary>${title}</summary>\n\n${block}\n\n</details>`;
  const blocks: string[] = [];
  let room = maxBytes - measure(frame([]));
  for (const [index, { name, plan }] of changed.entries()) {
    const title = `${formatName(name)}/${formatName(plan.unit)}: ${formatCount(plan)}`;
    const share = Math.floor(room / (changed.length - index)) - measure(around(title, '')) - 2;
    // Of very many units the last ones have a row in the table, and their changes in the log.
    if (share < minBlockBytes) continue;
    const block = around(title, codeBlock(plan.changes.map(formatChange).join('\n'), share, rest));
    blocks.push(block);
    room -= measure(block) + 2;
  }
  return frame(blocks);
}

function createReview(environments: readonly EnvironmentPlan[], commit: string): Review {
  const review = ({ units }: EnvironmentPlan) =>
    Object.fromEntries(units.map(({ plan, follows }) => [plan.unit, reviewUnit(plan, follows)]));
  return { version: 1, commit, environments: Object.fromEntries(environments.map((one) => [one.name, review(one)])) };
}

function formatTable(environments: readonly EnvironmentPlan[]): string {
  const rows = environments.flatMap(({ name, units }) =>
    units.map(({ plan, follows }) => {
      const { add, change, destroy } = countChanges(plan);
      const note = follows.length > 0 ? ` follows ${follows.slice(0, 10).map(formatName).join(', ')}` : '';
      const digest = plan.changes.length > 0 ? `\`${plan.digest.slice(0, 12)}\`` : '';
      return `| ${formatName(name)} | ${formatName(plan.unit)} | ${add} | ${change} | ${destroy} | ${`${digest}${note}`.trim()} |`;
    }),
  );
  return [
    '| environment | unit | add | change | destroy | digest |',
    '|---|---|--:|--:|--:|---|',
    ...limitRows(rows, maxTableBytes),
  ].join('\n');
}

function formatCost({ name, worstCase, millionVisits }: EnvironmentPlan): string {
  const [most, visits] = [worstCase, millionVisits].map((dollars) => dollars.toFixed(2));
  return `- ${formatName(name)} costs at most ${most} USD a month while CloudFront's free 1 TB lasts, however many calls come; a million visits cost ${visits} USD.`;
}

function explainDependents(environments: readonly EnvironmentPlan[]): string {
  const isFollowing = environments.some(({ units }) => units.some(({ follows }) => follows.length > 0));
  return isFollowing
    ? `A unit that follows another gets values that are not known yet. When these are, it may update in place what exists, \
and never create, replace or destroy what is not shown here.\n\n`
    : '';
}

function formatCount(plan: UnitPlan): string {
  const { add, change, destroy } = countChanges(plan);
  return `${add} to add, ${change} to change, ${destroy} to destroy`;
}

function limitRows(rows: readonly string[], bytes: number): readonly string[] {
  let used = 0;
  let shown = 0;
  for (const row of rows.slice(0, maxRows)) {
    used += measure(row) + 1;
    if (used > bytes) break;
    shown += 1;
  }
  return shown === rows.length ? rows : [...rows.slice(0, shown), '', `… and ${rows.length - shown} more`, ''];
}
