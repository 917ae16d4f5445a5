import { codeBlock, measure } from './code-block.ts';
import { formatChange, spellOut } from './format-change.ts';
import { formatName } from './format-name.ts';
import type { Change, UnitPlan } from './read-plan.ts';

/** The plans of an environment that should have nothing to change. */
type EnvironmentDrift = { readonly name: string; readonly plans: readonly UnitPlan[] };

/** What every issue about drift begins with. */
export const driftMark = '<!-- cloud-resume drift -->';

// GitHub takes 65,536 characters; the sentences around the blocks are below a thousand.
const maxBytes = 59_000;
// A block with less room than this says nothing.
const minBlockBytes = 200;

/**
 * Writes what is deployed otherwise than main describes it, for an issue and for the log; nothing when all is as it should be.
 * What someone else changed counts when a plan would undo it, or when it is gone: AWS itself sets values that no file names.
 */
export function formatDrift(
  environments: readonly EnvironmentDrift[],
): { readonly issue: string; readonly log: string } | undefined {
  const parts = environments.flatMap(({ name, plans }) =>
    plans.flatMap((plan) => {
      const gone = plan.drift.filter(({ action }) => action === 'destroy');
      if (plan.changes.length === 0 && gone.length === 0) return [];
      const wanted = plan.changes.map(formatChange);
      return [
        {
          title: `${formatName(name)}/${formatName(plan.unit)}`,
          lines: [...gone.map(formatGone), ...wanted].join('\n'),
        },
      ];
    }),
  );
  if (parts.length === 0) return undefined;
  const blocks: string[] = [];
  let room = maxBytes;
  for (const [index, { title, lines }] of parts.entries()) {
    const heading = `#### ${title}\n\n`;
    const share = Math.floor(room / (parts.length - index)) - measure(heading) - 2;
    if (share < minBlockBytes) continue;
    const block = `${heading}${codeBlock(lines, share, '… and # lines more: the log of the run has them')}`;
    blocks.push(block);
    room -= measure(block) + 2;
  }
  const left = parts.length - blocks.length;
  if (left > 0) blocks.push(`… and ${left} units more: the log of the run has them`);
  const issue = [
    `${driftMark}\nWhat is deployed is not what \`main\` describes. An apply would do this:`,
    ...blocks,
    'Someone changed it by hand, or a merge was never applied. If `main` is right, the plan of the next pull request shows all this and its merge applies it; by hand, `npx cloud-resume deploy` does. If what is deployed is right, describe it in `infrastructure/`. This issue is brought up to date every week, and closed when nothing differs any more.\n',
  ].join('\n\n');
  return { issue, log: parts.map(({ title, lines }) => `${title}\n${lines}`).join('\n\n') };
}

function formatGone({ address }: Change): string {
  return spellOut(`- ${address} was deleted outside of this repository`);
}
