import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDayReader } from '#counter';
import { formatCsv, formatJson, formatText, type Report, readReport, simulateReport } from '#stats';
import { accountHelp, defineCommand, type OptionValues } from '../define-command.ts';
import { makeFolder } from '../make-folder.ts';
import { printable } from '../printable.ts';
import type { Shell } from '../shell.ts';
import { showProgress } from '../show-progress.ts';
import { UserError } from '../user-error.ts';
import { findVisits } from './stats/find-visits.ts';

const options = {
  local: { help: 'Shows what your preview has counted, while it runs too.' },
  demo: { help: 'Shows simulated visits, marked as such.' },
  days: { value: 'N', help: 'How many days, up to today. Default: 30.' },
  format: { value: 'FORMAT', choices: ['text', 'csv', 'json'], help: 'text, csv or json. Default: text.' },
  open: { help: 'Makes a page of it in .local/stats, with charts, and opens that in your browser.' },
  'no-open': { help: 'Makes the page and opens no browser.' },
} as const;

/** Shows what was counted. */
export const stats = defineCommand({
  name: 'stats',
  otherNames: ['statistics', 'visits', 'visitors', 'numbers', 'analytics', 'report', 'count'],
  audience: 'people',
  summary: 'Shows how many came, when, from where and on what',
  details: `Shows the visits of ENV, or with --local those of your preview: total, daily visitors, days, hours, pages,
referrers, countries, devices and bots. Nothing of it tells who came. docs/stats.md explains csv and json.

stats import ENV --start-at N adds the N visits of an older counter to the total.

${accountHelp}`,
  operands: ['[ENV]'],
  options,
  async run({ options, operands: [named] }, shell) {
    const { days, format } = readSettings(options, named);
    const wanted = { days, now: new Date() };
    const show = async (report: Report, file: string) => {
      if (format === 'page') await showPage(report, file, shell, options['no-open'] !== true);
      else shell.print(formats[format](report, shell.paint));
      return 0 as const;
    };
    if (options.demo) return show(simulateReport({ name: 'nobody', ...wanted }), 'demo');

    const { name, table, explain, stop } = await findVisits({ named, isLocal: options.local === true }, shell);
    try {
      const reading = readReport(createDayReader(table), { name, ...wanted }).catch((error: unknown) => {
        throw explain(error);
      });
      const report = await showProgress(shell, 'Reading what was counted', reading);
      return await show(report, options.local ? 'local' : name);
    } finally {
      await stop();
    }
  },
});

const formats = { text: formatText, csv: formatCsv, json: formatJson } as const;

async function showPage(report: Report, name: string, shell: Shell, opens: boolean): Promise<void> {
  const folder = join(shell.root, '.local', 'stats');
  const file = join(folder, `${name}.html`);
  const { makeStatsPage } = await import('#build');
  const page = await makeStatsPage(report);
  try {
    await makeFolder(folder);
    await writeFile(file, page);
  } catch (cause) {
    const remedy = 'Check that it is yours to write and that the disk has room.';
    throw new Error(`${printable(file)} cannot be written. ${remedy}`, { cause });
  }
  shell.print(`The report is in ${shell.paint('link', relative(shell.root, file))}`);
  if (opens && shell.isTerminal && !shell.env.CI) shell.open(pathToFileURL(file).href);
}

const maxDays = 3660;

type Settings = { readonly days: number; readonly format: keyof typeof formats | 'page' };

/** Reads how much is wanted and how it is shown; throws a `UserError` when that goes not together. */
export function readSettings(written: OptionValues<typeof options>, named: string | undefined): Settings {
  const { local, demo, days = '30', format = 'text', open, 'no-open': noOpen } = written;
  const places = [named, local && '--local', demo && '--demo'].filter((place) => place !== undefined);
  if (places.length > 1) throw new UserError(`Choose one of ${places.join(' and ')}.`, 2);
  if (!/^\d{1,4}$/.test(days) || Number(days) < 1 || Number(days) > maxDays) {
    throw new UserError(`--days cannot be "${days}"; it is a number from 1 to ${maxDays}.`, 2);
  }
  const isPage = open === true || noOpen === true;
  if (isPage && written.format !== undefined) {
    throw new UserError(`--open makes a page: leave out --format ${written.format}.`, 2);
  }
  return { days: Number(days), format: isPage ? 'page' : format };
}
