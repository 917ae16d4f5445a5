import { readFile } from 'node:fs/promises';
import { type Report, renderReport } from '#stats';

const source = new URL('..', import.meta.url);

/** Makes the page of a report in the résumé's colours and type, with its stylesheet in it. */
export async function makeStatsPage(report: Report): Promise<string> {
  const sheets = ['site/palette.css', 'stats/html/report.css'].map((path) => readFile(new URL(path, source), 'utf8'));
  return renderReport(report, { css: (await Promise.all(sheets)).join('\n') });
}
