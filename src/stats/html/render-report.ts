import { createHash } from 'node:crypto';
import { explainEmptiness, explainNumbers } from '../explain-numbers.ts';
import { formatCount, formatDays, formatVisits } from '../format-count.ts';
import { formatDate, formatSpan } from '../format-date.ts';
import { nameReport } from '../name-report.ts';
import type { Report } from '../report.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * Renders a report as one page that asks nobody for anything: no script, and a policy that allows its own `css` alone. It resolves
 * once what draws is loaded, which takes a quarter of a second.
 */
export async function renderReport(report: Report, { css }: { readonly css: string }): Promise<string> {
  const { source, madeAt } = report;
  const style = css.trim();
  const hash = createHash('sha256').update(style).digest('base64');
  const title = nameReport(source);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<div class="sheet">
${renderHeader(report, title)}
<main>
${await renderMain(report)}
</main>
<footer>
<span>Made on ${formatDate(madeAt.slice(0, 10))} at ${madeAt.slice(11, 16)} UTC</span>
<span>Totals alone: nobody can be found in them</span>
</footer>
</div>
</body>
</html>
`;
}

function renderHeader({ source, days, total, visits, dailyVisitors, bots, busiest }: Report, title: string): string {
  // What has no room in its column at full size.
  const isLong = total.count >= 10_000_000;
  const [from = '', until = ''] = [days[0]?.day, days.at(-1)?.day];
  const busy =
    busiest && `<dt>Busiest day</dt><dd><b>${formatDate(busiest.day)}</b>, ${formatVisits(busiest.visits)}</dd>`;
  const note =
    '<p class="simulated" role="note"><strong>Simulated.</strong> Nobody came: these numbers are made up.</p>\n';
  return `<header>
${source.isSimulated ? note : ''}<div class="cell">
<h1>${escapeHtml(title)}</h1>
<p class="label">${formatDays(days.length)}, ${formatSpan(from, until)}</p>
<dl class="sums">
<div><dt>Visits</dt><dd class="sum">${formatCount(visits)}</dd></div>
<div><dt>Daily visitors</dt><dd class="sum">${formatCount(dailyVisitors)}</dd></div>
<div><dt>Bots</dt><dd class="sum">${formatCount(bots)}</dd></div>
</dl>
</div>
<div class="cell side">
<dl class="ever">
<div><dt>Total ever</dt><dd class="total${isLong ? ' long' : ''}">${formatCount(total.count)}</dd></div>
${busy ? `<div class="busy">${busy}</div>` : ''}
</dl>
</div>
</header>`;
}

async function renderMain(report: Report): Promise<string> {
  const emptiness = explainEmptiness(report);
  const meaning = `<div class="cell meaning">
<section aria-labelledby="meaning">
<h2 id="meaning">What the numbers mean</h2>
<dl>
${explainNumbers(report)
  .map(
    ({ term, text }) => `<div><dt>${escapeHtml(term)}</dt>
<dd>${escapeHtml(text)}</dd></div>`,
  )
  .join('\n')}
</dl>
</section>
</div>`;
  if (emptiness !== undefined) {
    return `<div class="cell"><p class="empty">${escapeHtml(emptiness)}</p></div>\n<div class="cell side"></div>\n${meaning}`;
  }
  // Loaded here, because whoever reads a report in the terminal need not wait for it.
  const { renderDays } = await import('./render-days.ts');
  const { renderHours } = await import('./render-hours.ts');
  const { renderShares } = await import('./render-shares.ts');
  const { visits, referrers, countries, devices, botReasons } = report;
  const bots = { id: 'bots', title: 'Bots', one: 'What gave them away', what: 'Bots', shares: botReasons };
  return `<div class="cell">
${visits > 0 ? `${renderDays(report)}\n${renderHours(report)}` : ''}
</div>
<div class="cell side">
${renderShares({ id: 'referrers', title: 'Referrers', one: 'Referrer', shares: referrers })}
${renderShares({ id: 'countries', title: 'Countries', one: 'Country', shares: countries })}
${renderShares({ id: 'devices', title: 'Devices', one: 'Device', shares: devices })}
${renderShares(bots)}
</div>
${meaning}`;
}
