import type { Part } from './part.ts';
import { type Period, readPeriod, takeDate, takePeriod, toMoment } from './read-period.ts';
import { joinText, splitText, toMarkdown } from './split-text.ts';
import type { Values } from './values.ts';

export type Convert = (item: Part) => Values;

/** What each kind of item becomes, with the names that its parts have in versions 3, 4 and 5. */
export const converters: ReadonlyMap<string, Convert> = new Map(
  Object.entries({
    work: (item) => ({
      name: item.text('company', 'name'),
      position: item.text('position'),
      location: item.text('location'),
      url: takeLink(item.at('url', 'website')),
      ...toPeriod(item),
      ...splitText(item.text('summary', 'description')),
      keywords: item.texts('keywords'),
    }),
    volunteer: (item) => ({
      organization: item.text('organization', 'name'),
      position: item.text('position'),
      location: item.text('location'),
      url: takeLink(item.at('url', 'website')),
      ...toPeriod(item),
      ...splitText(item.text('summary', 'description')),
    }),
    education: (item) => ({
      institution: item.text('institution', 'school', 'name'),
      area: item.text('area'),
      studyType: item.text('studyType', 'degree'),
      location: item.text('location'),
      url: takeLink(item.at('url', 'website')),
      ...toPeriod(item),
      score: item.text('score', 'grade'),
      courses: item.texts('courses'),
      ...splitText(item.text('summary', 'description')),
    }),
    projects: (item) => {
      const { line, summary, highlights } = takeTexts(item);
      return {
        name: item.text('name', 'title'),
        description: joinText(line, summary),
        url: takeLink(item.at('url', 'website')),
        ...toPeriod(item),
        highlights,
        keywords: item.texts('keywords'),
      };
    },
    awards: (item) => ({
      title: item.text('title', 'name'),
      date: takeDate(item.at('date')),
      awarder: item.text('awarder'),
      url: takeLink(item.at('url', 'website')),
      ...splitText(item.text('summary', 'description')),
    }),
    certificates: (item) => ({
      name: item.text('name', 'title'),
      date: takeDate(item.at('date')),
      issuer: item.text('issuer'),
      url: takeLink(item.at('url', 'website')),
      summary: toMarkdown(item.text('summary', 'description')),
    }),
    publications: (item) => ({
      name: item.text('name', 'title'),
      publisher: item.text('publisher'),
      releaseDate: takeDate(item.at('date')),
      url: takeLink(item.at('url', 'website')),
      ...splitText(item.text('summary', 'description')),
    }),
    skills: (item) => ({
      name: item.text('name'),
      level: takeLevel(item, 'proficiency', 'description'),
      keywords: item.texts('keywords'),
    }),
    languages: (item) => ({
      language: item.text('language', 'name'),
      fluency: takeLevel(item, 'fluency', 'description'),
      keywords: item.texts('keywords'),
    }),
    interests: (item) => ({ name: item.text('name'), keywords: item.texts('keywords') }),
    references: (item) => {
      const { line, summary, highlights } = takeTexts(item);
      return {
        name: item.text('name'),
        position: item.text('position', 'relationship') ?? line,
        reference: joinText(summary, highlights),
        email: item.text('email'),
        phone: item.text('phone'),
        url: takeLink(item.at('url', 'website')),
      };
    },
  }),
);

/** An item of a section that JSON Resume does not know. */
export const toOwn: Convert = (item) => {
  if (item.kind === 'leaf') return { title: item.text() };
  const title = item.text('name', 'title', 'company', 'organization', 'school', 'institution', 'language', 'network');
  const parts = [
    'position',
    'subtitle',
    'degree',
    'studyType',
    'area',
    'awarder',
    'issuer',
    'publisher',
    'proficiency',
    'fluency',
  ];
  const subtitle = [...parts.map((key) => item.text(key)), item.text('username')].filter(Boolean).join(', ');
  const { line, summary, highlights } = takeTexts(item);
  return {
    title,
    subtitle: subtitle || line,
    url: takeLink(item.at('url', 'website')),
    ...toMoment(toPeriod(item)),
    location: item.text('location'),
    level: takeLevel(item),
    score: item.text('score', 'grade'),
    summary: joinText(subtitle ? line : undefined, summary),
    highlights,
    keywords: item.texts('keywords'),
  };
};

/** Version 4 has a line (`description`) beside a text (`summary`); the newest has the text alone and calls it description. */
function takeTexts(item: Part) {
  const body = item.at('summary', 'content');
  if (!body.holds) return { line: undefined, ...splitText(item.text('description')) };
  return { line: toMarkdown(item.text('description')), ...splitText(body.text()) };
}

/** A link is a text in version 3 and a group with a label since; a label that only repeats the address says nothing. */
export function takeLink(part: Part): string | undefined {
  if (part.kind !== 'map') return part.text();
  const url = part.text('href', 'url');
  const label = part.peek('label').toLowerCase();
  if (url !== undefined && label !== '' && url.toLowerCase().includes(label.replace(/\/$/, ''))) part.drop('label');
  return url;
}

/** A level in words, else the number of dots in version 4 and 5; none at all is 0. */
function takeLevel(item: Part, ...keys: readonly string[]): string | undefined {
  const words = keys.length > 0 ? toMarkdown(item.text(...keys)) : undefined;
  const level = item.peek('level');
  if (words === undefined && !/^\d*$/.test(level)) return item.text('level');
  if (words !== undefined || !/^[1-5]$/.test(level)) return words;
  return `${item.text('level')}/5`;
}

function toPeriod(item: Part): Period {
  const date = item.at('date', 'period');
  return date.kind === 'map' ? takePeriod(date.at('start'), date.at('end')) : readPeriod(date.text());
}
