import { makeStatsPage } from '#build';
import { createDayReader } from '#counter';
import { readReport, simulateReport } from '#stats';
import { describeTable } from './start-table.ts';

/** Renders the page of what a preview's table has counted, or, for a demo, of what it could have. */
export async function renderStatsPage(tableUrl: string, { isDemo }: { readonly isDemo: boolean }): Promise<string> {
  const wanted = { name: 'your preview', days: isDemo ? 90 : 30, now: new Date() };
  const report = isDemo ? simulateReport(wanted) : await readReport(createDayReader(describeTable(tableUrl)), wanted);
  return makeStatsPage(report);
}
