import type { Html } from '#html';
import type { Project } from '#resume';
import type { Context } from '../context.ts';
import { renderPeriod } from '../dates.ts';
import { renderEntry, renderHighlights, renderLink, renderSection, renderTags, renderText } from './entry.ts';

export function renderProjects(projects: readonly Project[] | undefined, context: Context): Html | undefined {
  return renderSection(
    'projects',
    context.words.labels.projects,
    projects?.map(
      ({ name, url, description, highlights, keywords, startDate, endDate, roles, entity, type }, index) => {
        const path = `projects[${index}]`;
        return renderEntry({
          title: renderLink(name, url),
          when: renderPeriod(startDate, endDate, context.words),
          at: [roles?.join(', '), entity, type],
          body: [
            renderText(description, `${path}.description`, context),
            renderHighlights(highlights, `${path}.highlights`, context),
            renderTags(keywords),
          ],
        });
      },
    ),
  );
}
