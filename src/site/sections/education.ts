import { type Html, html, joinHtml } from '#html';
import type { Education } from '#resume';
import type { Context } from '../context.ts';
import { renderPeriod } from '../dates.ts';
import { renderEntry, renderLink, renderSection } from './entry.ts';

export function renderEducation(education: readonly Education[] | undefined, context: Context): Html | undefined {
  const { labels } = context.words;
  return renderSection(
    'education',
    labels.education,
    education?.map(({ institution, url, area, studyType, startDate, endDate, score, courses }) => {
      const degree = joinHtml([studyType, area], ', ');
      const named = degree.markup !== '';
      return renderEntry({
        title: named ? degree : renderLink(institution, url),
        when: renderPeriod(startDate, endDate, context.words),
        at: [named && renderLink(institution, url), score && `${labels.score}: ${score}`],
        body: courses && html`<p class="text">${labels.courses}: ${courses.join(', ')}</p>`,
      });
    }),
  );
}
