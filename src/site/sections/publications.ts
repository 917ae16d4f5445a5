import type { Html } from '#html';
import type { Publication } from '#resume';
import type { Context } from '../context.ts';
import { renderDate } from '../dates.ts';
import { renderEntry, renderLink, renderSection, renderText } from './entry.ts';

export function renderPublications(
  publications: readonly Publication[] | undefined,
  context: Context,
): Html | undefined {
  return renderSection(
    'publications',
    context.words.labels.publications,
    publications?.map(({ name, publisher, releaseDate, url, summary }, index) =>
      renderEntry({
        title: renderLink(name, url),
        when: releaseDate && renderDate(releaseDate, context.words.locale),
        at: [publisher],
        body: renderText(summary, `publications[${index}].summary`, context),
      }),
    ),
  );
}
