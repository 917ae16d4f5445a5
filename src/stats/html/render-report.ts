import { type Html, hashSource, html, trustedHtml } from '#html';
import { type Report, reportTitle } from '../create-report.ts';
import { explainEmptiness, explainNumbers } from '../explain-numbers.ts';
import { formatCount, formatDays, formatVisits } from '../format-count.ts';
import { formatDate, formatSpan } from '../format-date.ts';
import { renderDays } from './render-days.ts';
import { renderHours } from './render-hours.ts';
import { renderShares } from './render-shares.ts';

/** Renders a report as one page that asks nobody for anything: no script, and a policy that allows its own `css` alone. */
export function renderReport(report: Report, { css }: { readonly css: string }): string {
  const { source, madeAt } = report;
  const style = css.trim();
  const policy = `default-src 'none'; style-src ${hashSource(style)}; base-uri 'none'; form-action 'none'`;
  const title = reportTitle(source);
  const page = html`
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="content-security-policy" content="${trustedHtml(policy)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta name="referrer" content="no-referrer">
        <title>${title}</title>
        <style>${trustedHtml(style)}</style>
      </head>
      <body>
        <div class="sheet">
          ${renderHeader(report, title)}
          <main>${renderMain(report)}</main>
          <footer>
            <span>Made on ${formatDate(madeAt.slice(0, 10))} at ${madeAt.slice(11, 16)} UTC</span>
            <span>Totals alone: nobody can be found in them</span>
          </footer>
        </div>
      </body>
    </html>`;
  return `<!doctype html>\n${page.markup}\n`;
}

function renderHeader({ source, days, total, visits, dailyVisitors, bots, busiest }: Report, title: string): Html {
  // What has no room in its column at full size.
  const isLong = total.count >= 10_000_000;
  const [from = '', until = ''] = [days[0]?.day, days.at(-1)?.day];
  const sums = [
    ['Visits', visits],
    ['Daily visitors', dailyVisitors],
    ['Bots', bots],
  ] as const;
  return html`
    <header>
      ${
        source.isSimulated &&
        html`<p class="simulated" role="note"><strong>Simulated.</strong> Nobody came: these numbers are made up.</p>`
      }
      <div class="cell">
        <h1>${title}</h1>
        <p class="label">${formatDays(days.length)}, ${formatSpan(from, until)}</p>
        <dl class="sums">
          ${sums.map(([name, count]) => html`<div><dt>${name}</dt><dd class="sum">${formatCount(count)}</dd></div>`)}
        </dl>
      </div>
      <div class="cell side">
        <dl class="ever">
          <div><dt>Total ever</dt><dd class="total${isLong && ' long'}">${formatCount(total.count)}</dd></div>
          ${
            busiest &&
            html`
              <div class="busy">
                <dt>Busiest day</dt>
                <dd><b>${formatDate(busiest.day)}</b>, ${formatVisits(busiest.visits)}</dd>
              </div>`
          }
        </dl>
      </div>
    </header>`;
}

function renderMain(report: Report): Html {
  const { visits, pages, referrers, countries, devices, botReasons } = report;
  const emptiness = explainEmptiness(report);
  const meaning = html`
    <div class="cell meaning">
      <section aria-labelledby="meaning">
        <h2 id="meaning">What the numbers mean</h2>
        <dl>${explainNumbers(report).map(({ term, text }) => html`<div><dt>${term}</dt> <dd>${text}</dd></div>`)}</dl>
      </section>
    </div>`;
  if (emptiness !== undefined) {
    return html`<div class="cell"><p class="empty">${emptiness}</p></div><div class="cell side"></div>${meaning}`;
  }
  return html`
    <div class="cell">
      ${visits > 0 && [renderDays(report), renderHours(report)]}
      ${renderShares({ id: 'pages', title: 'Pages', one: 'Page', shares: pages, column: 'main' })}
    </div>
    <div class="cell side">
      ${renderShares({ id: 'referrers', title: 'Referrers', one: 'Referrer', shares: referrers })}
      ${renderShares({ id: 'countries', title: 'Countries', one: 'Country', shares: countries })}
      ${renderShares({ id: 'devices', title: 'Devices', one: 'Device', shares: devices })}
      ${renderShares({ id: 'bots', title: 'Bots', one: 'What gave them away', what: 'Bots', shares: botReasons })}
    </div>
    ${meaning}`;
}
