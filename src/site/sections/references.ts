import { type Html, html } from '#html';
import type { Reference } from '#resume';
import type { Context } from '../context.ts';
import { renderSection, renderText } from './entry.ts';

export function renderReferences(references: readonly Reference[] | undefined, context: Context): Html | undefined {
  return renderSection(
    'references',
    context.words.labels.references,
    references?.map(({ name, reference }, index) =>
      reference
        ? html`
          <figure>
            <blockquote>${renderText(reference, `references[${index}].reference`, context)}</blockquote>
            ${name && html`<figcaption>${name}</figcaption>`}
          </figure>`
        : html`<p>${name}</p>`,
    ),
  );
}
