import type { Basics } from '#resume';
import type { Context } from '../context.ts';
import { type Html, html } from '../html.ts';
import { renderText } from './entry.ts';

/** The first cell: who this is, in a name, a trade and a few sentences. */
export function renderSummary({ name, label, summary }: Basics, context: Context): Html {
  return html`
    <div class="cell summary">
      <h1>${name}</h1>
      ${label && html`<p class="label">${label}</p>`}
      ${renderText(summary, 'basics.summary', context)}
    </div>`;
}
