import { type Html, html } from '#html';
import { formatCount } from '../format-count.ts';

type Section = {
  readonly id: string;
  readonly title: string;
  /** What more is to be said behind the title. Default: nothing. */
  readonly note?: string;
  /** What the pale and the full color stand for. Default: there is one color. */
  readonly legend?: readonly [pale: string, full: string];
  /** One and the same for different places, of which one is shown. */
  readonly drawings: readonly (readonly [place: 'wide' | 'narrow' | 'side' | 'full', drawing: Html])[];
  /** Default: nothing. */
  readonly below?: string;
  readonly table: Table;
};

/** The numbers behind a drawing, in words that everybody can read. */
type Table = {
  /** What it is of. */
  readonly title: string;
  readonly head: readonly [string, ...string[]];
  readonly rows: readonly (readonly [name: string, ...counts: number[]])[];
};

/** Renders a drawing with its title and the table behind it. */
export function renderSection({ id, title, note, legend, drawings, below, table }: Section): Html {
  return html`
    <section aria-labelledby="${id}">
      <h2 id="${id}">${title}${note !== undefined && html` <small>${note}</small>`}</h2>
      ${legend && html`<ul class="legend"><li class="pale">${legend[0]}</li><li class="strong">${legend[1]}</li></ul>`}
      ${drawings.map(([place, drawing]) => html`<div class="drawing ${place}">${drawing}</div>`)}
      ${below !== undefined && html`<p class="below">${below}</p>`}
      ${renderTable(table)}
    </section>`;
}

/** Renders a table that shows itself on demand. */
function renderTable({ title, head, rows }: Table): Html {
  const lines = rows.map(
    ([name, ...counts]) =>
      html`<tr><th scope="row">${name}</th>${counts.map((count) => html`<td>${formatCount(count)}</td>`)}</tr>`,
  );
  return html`
    <details>
      <summary>${title} <span>as a table</span></summary>
      <table>
        <thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${lines}</tbody>
      </table>
    </details>`;
}
