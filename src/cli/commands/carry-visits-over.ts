import { carryOver, createDayReader } from '#counter';
import type { ExitCode, Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';
import type { Visits } from './find-visits.ts';

/** Adds the visits of an older counter to the total, after asking; it is done once for ever. */
export async function carryVisitsOver(
  { name, table }: Visits,
  count: number,
  { hasConsent, shell }: { readonly hasConsent: boolean; readonly shell: Shell },
): Promise<ExitCode> {
  const reader = createDayReader(table);
  const [before, carried] = await Promise.all([reader.readTotal(), reader.readCarriedOver()]);
  if (carried > 0)
    throw new UserError(
      `${format(carried)} visits were carried over to ${name} before, which is done once. Nothing was changed.`,
    );
  const sums = `${format(before)} + ${format(count)} = ${format(before + count)}`;
  if (!hasConsent) {
    if (!shell.canAsk)
      throw new UserError('Nobody is here to confirm. Add --yes to carry them over without being asked.', 2);
    shell.print(`The total of ${name} becomes ${sums}. This can be done once, and not be undone.`);
    if ((await shell.ask('Carry them over? Write yes: ')) !== 'yes') throw new UserError('Nothing was changed.');
  }
  const done = await carryOver(table, count);
  if (done !== count)
    throw new UserError(`Somebody else has just carried ${format(done)} visits over. Nothing was changed.`);
  shell.print(`The total of ${name} was ${format(before)}; ${format(count)} visits were carried over.`);
  shell.print(`It is ${format(await reader.readTotal())} now.`);
  return 0;
}

function format(count: number): string {
  return count.toLocaleString('en');
}
