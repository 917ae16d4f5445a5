import { readFile } from 'node:fs/promises';
import { type Report, renderReport } from '#stats';

/** Makes the page of a report, with its stylesheet in it. */
export async function makeStatsPage(report: Report): Promise<string> {
  const css = await readFile(new URL('../stats/html/report.css', import.meta.url), 'utf8');
  return renderReport(report, { css });
}
