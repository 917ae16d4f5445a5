import type { Drawing } from './draw-svg.ts';
import { escapeHtml } from './escape-html.ts';
import { renderTable, type Table } from './render-table.ts';

export type Section = {
  readonly id: string;
  readonly title: string;
  /** What more is to be said behind the title. Default: nothing. */
  readonly note?: string;
  /** What the pale and the full colour stand for. Default: there is one colour. */
  readonly legend?: readonly [pale: string, full: string];
  /** One and the same for different places, of which one is shown. */
  readonly drawings: readonly (readonly [place: 'wide' | 'narrow' | 'side' | 'full', drawing: Drawing])[];
  /** Default: nothing. */
  readonly below?: string;
  readonly table: Table;
};

/** Renders a drawing with its title and the table behind it. */
export function renderSection({ id, title, note, legend, drawings, below, table }: Section): string {
  const small = note === undefined ? '' : ` <small>${escapeHtml(note)}</small>`;
  const swatches = (legend ?? []).map(
    (name, at) => `<li class="${at === 0 ? 'pale' : 'strong'}">${escapeHtml(name)}</li>`,
  );
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escapeHtml(title)}${small}</h2>
${swatches.length > 0 ? `<ul class="legend">${swatches.join('')}</ul>\n` : ''}${drawings
  .map(([place, drawing]) => `<div class="drawing ${place}">${drawing}</div>`)
  .join('\n')}
${below === undefined ? '' : `<p class="below">${escapeHtml(below)}</p>\n`}${renderTable(table)}
</section>`;
}
