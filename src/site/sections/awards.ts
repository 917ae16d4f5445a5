import type { Html } from '#html';
import type { Award } from '#resume';
import type { Context } from '../context.ts';
import { renderDate } from '../dates.ts';
import { renderEntry, renderSection, renderText } from './entry.ts';

export function renderAwards(awards: readonly Award[] | undefined, context: Context): Html | undefined {
  return renderSection(
    'awards',
    context.words.labels.awards,
    awards?.map(({ title, date, awarder, summary }, index) =>
      renderEntry({
        title,
        at: [awarder, date && renderDate(date, context.words.locale)],
        body: renderText(summary, `awards[${index}].summary`, context),
      }),
    ),
  );
}
