import type { Report } from '#stats';
import { readStatsStyle } from './bundle-code.ts';

/** Makes the page of a report in the résumé's colors and type, with its stylesheet in it. */
export async function makeStatsPage(report: Report): Promise<string> {
  // Loaded here, since all other commands of this room go without.
  const { renderReport } = await import('#stats');
  return renderReport(report, { css: await readStatsStyle() });
}
