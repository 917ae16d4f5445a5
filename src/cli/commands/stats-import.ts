import { createDayReader, importCount } from '#counter';
import { accountHelp, defineCommand } from '../define-command.ts';
import type { Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';
import { findVisits, type Visits } from './stats/find-visits.ts';

/** Adds the visits of an older counter to the total. */
export const statsImport = defineCommand({
  name: 'stats import',
  otherNames: ['import-visits', 'carry-over'],
  audience: 'people',
  summary: 'Adds the visits of an older counter to the total, once for ever',
  details: `Adds N to the total of ENV, or with --local to that of your preview, after asking. It is done once, and cannot
be undone; the statistics of days stay as they are.

${accountHelp}`,
  operands: ['[ENV]'],
  options: {
    'start-at': { value: 'N', help: 'How many visits to add, such as 2000. Required.' },
    local: { help: 'Adds them to what your preview has counted.' },
    yes: { help: 'Adds them without asking.' },
  },
  async run({ options, operands: [named] }, shell) {
    const count = readCount(options['start-at']);
    if (options.local && named !== undefined) throw new UserError(`Choose one of ${named} and --local.`, 2);
    const visits = await findVisits({ named, isLocal: options.local === true, mustExist: true }, shell);
    try {
      await importVisits(visits, count, { hasConsent: options.yes === true, shell });
      return 0;
    } finally {
      await visits.stop();
    }
  },
});

// Ten times that still has a total that is exact.
const maxVisits = 900_000_000_000_000;

export function readCount(written: string | undefined): number {
  if (written === undefined) throw new UserError('Say how many visits to add: --start-at 2000.', 2);
  const count = Number(written);
  if (/^\d+$/.test(written) && count >= 1 && count <= maxVisits) return count;
  throw new UserError(`--start-at cannot be "${written}"; it is a number of visits, such as 2000.`, 2);
}

/** Adds the visits of an older counter to the total, after asking. */
export async function importVisits(
  { name, table, explain }: Visits,
  count: number,
  { hasConsent, shell }: { readonly hasConsent: boolean; readonly shell: Shell },
): Promise<void> {
  const ask = <Answer>(asked: Promise<Answer>) =>
    asked.catch((error: unknown) => {
      throw explain(error);
    });
  const reader = createDayReader(table);
  const [before, carried] = await ask(Promise.all([reader.readTotal(), reader.readCarriedOver()]));
  if (carried > 0) {
    const done = `${format(carried)} visits were added to ${name} before, which is done once.`;
    throw new UserError(`${done} Nothing was changed.`);
  }
  if (!hasConsent) {
    if (!shell.canAsk) throw new UserError('Not a terminal, so cannot ask. Add --yes to add them without asking.', 2);
    const sum = `${format(before)} + ${format(count)} = ${format(before + count)}`;
    shell.print(`The total of ${name} becomes ${sum}. This can be done once, and not be undone.`);
    if ((await shell.ask('Add them? Write yes: ')) !== 'yes') throw new UserError('Nothing was changed.');
  }
  const done = await ask(importCount(table, count));
  if (done !== count) {
    throw new UserError(`${format(done)} visits were added by somebody else just now. Nothing was changed.`);
  }
  shell.print(`The total of ${name} was ${format(before)}; ${format(count)} visits were added.`);
  shell.print(`It is ${format(await ask(reader.readTotal()))} now.`);
}

function format(count: number): string {
  return count.toLocaleString('en');
}
