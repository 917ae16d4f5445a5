import { type Html, html } from '#html';
import type { Basics } from '#resume';
import type { Context } from '../context.ts';
import { renderText } from './entry.ts';

/**
 * The first cell: who this is, in a name, a trade and a few sentences. `photo` is the address of the picture on this site,
 * if there is one.
 */
export function renderSummary({ name, label, summary }: Basics, photo: string | undefined, context: Context): Html {
  return html`
    <div class="cell summary">
      <div class="who">
        ${photo && html`<img src="${photo}" alt="" width="104" height="104">`}
        <div>
          <h1>${name}</h1>
          ${label && html`<p class="label">${label}</p>`}
        </div>
      </div>
      ${renderText(summary, 'basics.summary', context)}
    </div>`;
}
