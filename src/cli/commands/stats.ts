import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeStatsPage } from '#build';
import { createDayReader } from '#counter';
import { formatCsv, formatJson, formatText, type Report, readReport, simulateReport } from '#stats';
import type { Input } from '../command.ts';
import type { ExitCode, Shell } from '../shell.ts';
import { showProgress } from '../show-progress.ts';
import { UserError } from '../user-error.ts';
import { carryVisitsOver } from './carry-visits-over.ts';
import { findCloudVisits, findLocalVisits } from './find-visits.ts';
import { readStatsSettings, type StatsSettings } from './read-stats-settings.ts';

/** Shows what was counted, or carries the visits of an older counter over. */
export async function runStats(input: Input, shell: Shell): Promise<ExitCode> {
  const settings = readStatsSettings(input);
  const { place, days, startAt } = settings;
  const wanted = { days, now: new Date() };
  const show = (report: Report, file: string) => showReport(report, file, { settings, input, shell });
  if (place.kind === 'demo') return show(simulateReport({ name: 'nobody', ...wanted }), 'demo');

  const toChange = startAt !== undefined;
  const visits =
    place.kind === 'local'
      ? await findLocalVisits(shell.root, { toChange })
      : await findCloudVisits(place.named, shell);
  const { name, table, explain, stop } = visits;
  const explained = (fault: unknown) => {
    throw fault instanceof UserError ? fault : explain(fault);
  };
  try {
    if (startAt !== undefined) {
      const hasConsent = input.options.has('yes');
      return await carryVisitsOver(visits, startAt, { hasConsent, shell }).catch(explained);
    }
    const reading = readReport(createDayReader(table), { name, ...wanted }).catch(explained);
    const report = await showProgress(shell, 'Reading what was counted', reading);
    return await show(report, place.kind === 'local' ? 'local' : name);
  } finally {
    await stop();
  }
}

type Showing = { readonly settings: StatsSettings; readonly input: Input; readonly shell: Shell };

async function showReport(report: Report, name: string, { settings, input, shell }: Showing): Promise<ExitCode> {
  switch (settings.format) {
    case 'text':
      shell.print(formatText(report, shell.paint));
      return 0;
    case 'csv':
      shell.print(formatCsv(report));
      return 0;
    case 'json':
      shell.print(formatJson(report));
      return 0;
    case 'page': {
      const folder = join(shell.root, '.local', 'stats');
      const file = join(folder, `${name}.html`);
      const page = await makeStatsPage(report);
      await mkdir(folder, { recursive: true });
      await writeFile(file, page);
      shell.print(`The report is in ${shell.paint('link', relative(shell.root, file))}`);
      if (shell.isTerminal && !shell.env.CI && !input.options.has('no-open')) shell.open(pathToFileURL(file).href);
      return 0;
    }
  }
}
