import type { Html } from '#html';
import type { Volunteer } from '#resume';
import type { Context } from '../context.ts';
import { renderPeriod } from '../dates.ts';
import { renderEntry, renderHighlights, renderLink, renderSection, renderText } from './entry.ts';

export function renderVolunteer(volunteer: readonly Volunteer[] | undefined, context: Context): Html | undefined {
  return renderSection(
    'volunteer',
    context.words.labels.volunteer,
    volunteer?.map(({ organization, position, url, startDate, endDate, summary, highlights }, index) => {
      const path = `volunteer[${index}]`;
      return renderEntry({
        title: position ?? renderLink(organization, url),
        when: renderPeriod(startDate, endDate, context.words),
        at: [position && renderLink(organization, url)],
        body: [
          renderText(summary, `${path}.summary`, context),
          renderHighlights(highlights, `${path}.highlights`, context),
        ],
      });
    }),
  );
}
