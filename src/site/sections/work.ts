import { type Html, html } from '#html';
import type { Work } from '#resume';
import type { Context } from '../context.ts';
import { renderPeriod } from '../dates.ts';
import { renderEntry, renderHighlights, renderLink, renderSection, renderText } from './entry.ts';

type Role = { readonly work: Work; readonly path: string };

/** Work experience; roles in a row at one employer share its name. */
export function renderWork(work: readonly Work[] = [], context: Context): Html | undefined {
  const employers = groupRoles(work.map((role, index) => ({ work: role, path: `work[${index}]` })));
  return renderSection(
    'work',
    context.words.labels.work,
    employers.map((roles) =>
      roles.length > 1 ? renderEmployer(roles, context) : roles.map((role) => renderRole(role, context)),
    ),
  );
}

function groupRoles(roles: readonly Role[]): readonly (readonly Role[])[] {
  const groups: Role[][] = [];
  for (const role of roles) {
    const group = groups.at(-1);
    const name = role.work.name;
    if (group && name && group[0]?.work.name === name) group.push(role);
    else groups.push([role]);
  }
  return groups;
}

function renderRole({ work, path }: Role, context: Context): Html {
  const { name, position, url, location, description, startDate, endDate } = work;
  return renderEntry({
    title: position ?? renderLink(name, url),
    when: renderPeriod(startDate, endDate, context.words),
    at: [position && renderLink(name, url), location],
    body: [renderAbout(description, path, context), renderDuties({ work, path }, context)],
  });
}

// What all the roles have in common is said once; where they differ each role says its own.
function renderEmployer(roles: readonly Role[], context: Context): Html {
  const shared = (key: 'url' | 'location' | 'description') => {
    const values = new Set(roles.map(({ work }) => work[key]).filter((value) => value !== undefined));
    return values.size === 1 ? roles.find(({ work }) => work[key] !== undefined) : undefined;
  };
  const [url, location, description] = [shared('url'), shared('location'), shared('description')];
  return html`
    <article class="group">
      <h3>${renderLink(roles[0]?.work.name, url?.work.url)}</h3>
      ${location && html`<p class="at">${location.work.location}</p>`}
      ${description && renderAbout(description.work.description, description.path, context)}
      ${roles.map(({ work, path }) =>
        renderEntry({
          title: work.position,
          level: 4,
          when: renderPeriod(work.startDate, work.endDate, context.words),
          at: [!url && renderLink(undefined, work.url), !location && work.location],
          body: [!description && renderAbout(work.description, path, context), renderDuties({ work, path }, context)],
        }),
      )}
    </article>`;
}

function renderAbout(description: string | undefined, path: string, context: Context): Html | undefined {
  return description === undefined
    ? undefined
    : html`<div class="about">${renderText(description, `${path}.description`, context)}</div>`;
}

function renderDuties({ work, path }: Role, context: Context): readonly (Html | undefined)[] {
  return [
    renderText(work.summary, `${path}.summary`, context),
    renderHighlights(work.highlights, `${path}.highlights`, context),
  ];
}
