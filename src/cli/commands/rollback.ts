import type { Release, ReleaseIndex, Rollback } from '#publish';
import { findEnvironment, readSiteOutputs } from '#terragrunt';
import { accountHelp, defineCommand, forceOption } from '../define-command.ts';
import { formatSeconds } from '../format-seconds.ts';
import type { Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';

/** Makes an earlier release of an environment's site live again, or lists the releases. */
export const rollback = defineCommand({
  name: 'rollback',
  otherNames: ['revert', 'undo', 'restore', 'releases'],
  audience: 'people',
  summary: 'Makes an earlier release of the site live again',
  details: `Goes back to the release before the live one, or to RELEASE. Twice goes back twice, and --to also returns to
a later one. The next publish goes on from there. After a publish that was interrupted it goes back to what
was live before.

${accountHelp}`,
  operands: ['ENV'],
  options: {
    to: { value: 'RELEASE', help: 'The release to make live. Default: the one before the live one.' },
    list: { help: 'Lists the releases, newest first, and changes nothing.' },
    force: forceOption,
  },
  async run({ options, operands }, shell) {
    if (options.list && options.to !== undefined) throw new UserError('Choose one of --list and --to.', 2);
    const environment = await findEnvironment(shell.root, operands[0], 'rollback');
    const outputs = await readSiteOutputs(environment, shell);
    const { name } = environment;
    const { createPublishContext, listPlaced, readReleaseIndex, rollBack } = await import('#publish');
    const context = await createPublishContext(outputs, { force: options.force }, shell);
    const { index } = await readReleaseIndex(context.bucket);
    if (index.releases.length === 0)
      throw new UserError(`Nothing has been published to ${name} yet. Run npx cloud-resume publish ${name}.`);
    if (options.list) {
      shell.print(formatReleases(index, shell));
      return 0;
    }

    const to = options.to;
    const start = performance.now();
    const rollback = await rollBack(context, to);
    switch (rollback.kind) {
      case 'none':
        shell.warn(explainNone(index, to, name));
        shell.warn(formatReleases(index, shell));
        return to === undefined ? 3 : 2;
      case 'incomplete':
        throw new UserError(explainIncomplete(rollback, name));
      case 'unchanged':
        shell.print(`${shell.paint('good', 'Nothing to do')}: ${rollback.release.id} is live at ${outputs.url}`);
        return 0;
      case 'rolled back': {
        const took = formatSeconds(performance.now() - start);
        const count = listPlaced(rollback.change).length;
        const files = `${count} of ${rollback.release.files.length} files changed`;
        shell.print(`${shell.paint('good', 'Rolled back')} to ${rollback.release.id} in ${took}: ${files}.`);
        shell.print(`  ${shell.paint('link', outputs.url)}`);
        if (index.current !== null && index.current !== rollback.release.id) {
          shell.print(`  To return: npx cloud-resume rollback ${name} --to ${index.current}`);
        }
        if (rollback.missing.length > 0) shell.warn(explainMissingSources(rollback.missing));
        return 0;
      }
    }
  },
});

function explainNone({ current }: ReleaseIndex, to: string | undefined, name: string): string {
  return to === undefined
    ? `${current} is live, and ${name} has no release before it. Nothing was changed. The releases are:`
    : `${name} has no release "${to}". Write one of these after --to:`;
}

function explainIncomplete(
  { release, paths }: Extract<Rollback, { readonly kind: 'incomplete' }>,
  name: string,
): string {
  const files = paths.slice(0, 5).join(', ');
  return `The bucket no longer has all of ${release.id} (${files}), so nothing was changed. Go to another release: npx cloud-resume rollback ${name} --list.`;
}

function explainMissingSources(missing: readonly string[]): string {
  return `The distribution's policy is newer than this release and stops ${missing.join(', ')}: the page works, but its counter may stay hidden.`;
}

// Newest first, a line for each.
function formatReleases({ current, releases, unfinished }: ReleaseIndex, { paint }: Pick<Shell, 'paint'>): string {
  const live = releases.findIndex(({ id }) => id === current);
  const lines = releases.map((release, index) => {
    const state = index === live ? paint('good', '  live') : index < live ? '  rolled back from' : '';
    return `  ${describeRelease(release)}${state}`;
  });
  const interrupted = unfinished.map((release) => `  ${describeRelease(release)}  interrupted`);
  return [...interrupted, ...lines].join('\n');
}

function describeRelease({ id, at, files }: Release): string {
  const time = `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
  return `${id}  ${time}  ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
}
