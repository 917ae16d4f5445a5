import type { Work } from '#resume';
import type { Entry } from './outline.ts';
import { createEntry, type OutlineWriter } from './outline-writer.ts';
import { formatPeriod } from './period.ts';

type Role = { readonly work: Work; readonly path: string };

/** Work experience; roles in a row at one employer share its name. */
export function outlineWork(work: readonly Work[], writer: OutlineWriter): readonly (Entry | undefined)[] {
  const groups: Role[][] = [];
  for (const [index, role] of work.entries()) {
    const group = groups.at(-1);
    const isSame = role.name !== undefined && group?.[0]?.work.name === role.name;
    if (group && isSame) group.push({ work: role, path: `work[${index}]` });
    else groups.push([{ work: role, path: `work[${index}]` }]);
  }
  return groups.map((roles) =>
    roles.length > 1 ? outlineEmployer(roles, writer) : outlineRole(roles[0] as Role, writer),
  );
}

function outlineRole({ work, path }: Role, writer: OutlineWriter): Entry | undefined {
  const { name, position, url, location, description } = work;
  const employer = writer.link(name, url, `${path}.url`);
  return createEntry({
    title: position ? { text: position } : employer,
    subtitle: position ? employer : undefined,
    place: location,
    about: writer.text(description, `${path}.description`),
    ...outlineDuties({ work, path }, writer),
  });
}

// What all the roles have in common is said once; where they differ each role says its own.
function outlineEmployer(roles: readonly Role[], writer: OutlineWriter): Entry | undefined {
  const shared = (key: 'url' | 'location' | 'description') => {
    const values = new Set(roles.map(({ work }) => work[key]).filter((value) => value !== undefined));
    return values.size === 1 ? roles.find(({ work }) => work[key] !== undefined) : undefined;
  };
  const [url, location, description] = [shared('url'), shared('location'), shared('description')];
  return createEntry({
    title: writer.link(roles[0]?.work.name, url?.work.url, `${url?.path}.url`),
    place: location?.work.location,
    about: writer.text(description?.work.description, `${description?.path}.description`),
    roles: roles.flatMap(
      ({ work, path }) =>
        createEntry({
          title: work.position ? { text: work.position } : undefined,
          subtitle: url ? undefined : writer.link(undefined, work.url, `${path}.url`),
          place: location ? undefined : work.location,
          about: description ? undefined : writer.text(work.description, `${path}.description`),
          ...outlineDuties({ work, path }, writer),
        }) ?? [],
    ),
  });
}

function outlineDuties(
  { work, path }: Role,
  writer: OutlineWriter,
): Pick<Entry, 'period' | 'text' | 'points' | 'keywords'> {
  return {
    period: formatPeriod(work.startDate, work.endDate, writer.locale),
    text: writer.text(work.summary, `${path}.summary`),
    points: writer.points(work.highlights, `${path}.highlights`),
    keywords: work.keywords ?? [],
  };
}
