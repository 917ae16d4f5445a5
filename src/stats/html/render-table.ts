import { formatCount } from '../format-count.ts';
import { escapeHtml } from './escape-html.ts';

/** The numbers behind a drawing, in words that everybody can read. */
export type Table = {
  /** What it is of. */
  readonly title: string;
  readonly head: readonly [string, ...string[]];
  readonly rows: readonly (readonly [name: string, ...counts: number[]])[];
};

/** Renders a table that shows itself on demand. */
export function renderTable({ title, head, rows }: Table): string {
  const heads = head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const lines = rows.map(([name, ...counts]) => {
    const cells = counts.map((count) => `<td>${formatCount(count)}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(name)}</th>${cells}</tr>`;
  });
  return `<details><summary>${escapeHtml(title)} <span>as a table</span></summary>
<table><thead><tr>${heads}</tr></thead><tbody>
${lines.join('\n')}
</tbody></table></details>`;
}
