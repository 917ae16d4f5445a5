import { type Html, html } from '#html';
import type { Counter, Meta } from '#resume';
import type { Context } from '../context.ts';
import { renderDate } from '../dates.ts';

/** The last row: how fresh this is, how often it was read, and the same as data. */
export function renderFooter(meta: Meta | undefined, counter: Counter, { words }: Context): Html {
  const { labels, locale } = words;
  const updated = meta?.lastModified?.slice(0, 10);
  return html`
    <footer>
      ${updated && html`<p>${labels.updated} ${renderDate(updated, locale)}</p>`}
      ${counter !== 'off' && html`<p id="visits" hidden>${labels.visits} <b></b></p>`}
      <p><a href="/resume.json" type="application/json">${labels.data}</a></p>
    </footer>`;
}
