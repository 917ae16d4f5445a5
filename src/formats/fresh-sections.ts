import type { Part } from './part.ts';
import { type Period, takeDate, takePeriod } from './read-period.ts';
import { joinText, toMarkdown } from './split-text.ts';
import type { Values } from './values.ts';

export type Convert = (entry: Part) => Values;

const toService: Convert = (entry) => ({
  organization: entry.text('organization', 'employer'),
  position: entry.text('position', 'role'),
  location: entry.text('location'),
  url: entry.text('url'),
  ...toPeriod(entry),
  summary: toMarkdown(entry.text('summary')),
  highlights: entry.texts('highlights'),
  keywords: toKeywords(entry),
});

/** Sections with a history and a summary of it. */
export const groups: readonly (readonly [string, string, Convert])[] = [
  [
    'employment',
    'work',
    (entry) => ({
      name: entry.text('employer', 'organization', 'company'),
      position: entry.text('position', 'role'),
      location: entry.text('location'),
      url: entry.text('url'),
      ...toPeriod(entry),
      summary: toMarkdown(entry.text('summary')),
      highlights: entry.texts('highlights'),
      keywords: toKeywords(entry),
    }),
  ],
  ['service', 'volunteer', toService],
  [
    'education',
    'education',
    (entry) => ({
      institution: entry.text('institution'),
      studyType: entry.text('studyType', 'degree') ?? entry.text('title'),
      area: entry.text('area'),
      location: entry.text('location'),
      url: entry.text('url'),
      ...toPeriod(entry),
      score: entry.text('grade', 'gpa'),
      courses: entry.texts('curriculum'),
      summary: joinText(toMarkdown(entry.text('summary')), takeTitle(entry)),
      highlights: entry.texts('highlights'),
      keywords: toKeywords(entry),
    }),
  ],
  ['affiliation', 'affiliation', toOwn],
];

/** Sections that are lists. */
export const lists: readonly (readonly [string, string, Convert])[] = [
  [
    'projects',
    'projects',
    (entry) => ({
      name: entry.text('title', 'name'),
      description: joinText(toMarkdown(entry.text('description')), toMarkdown(entry.text('summary'))),
      url: entry.text('url', 'repo'),
      ...toPeriod(entry),
      location: entry.text('location'),
      roles: entry.texts('role'),
      type: entry.text('category', 'flavor'),
      highlights: entry.texts('highlights'),
      keywords: entry.texts('keywords'),
    }),
  ],
  [
    'recognition',
    'awards',
    (entry) => ({
      title: entry.text('title'),
      date: takeDate(entry.at('date')),
      awarder: entry.text('from'),
      url: entry.text('url'),
      summary: joinText(toMarkdown(entry.text('summary')), entry.text('event')),
      highlights: entry.texts('highlights'),
      keywords: toKeywords(entry),
    }),
  ],
  [
    'writing',
    'publications',
    (entry) => ({
      name: entry.text('title'),
      authors: entry.texts('author'),
      publisher: entry.at('publisher').kind === 'map' ? entry.at('publisher').text('name') : entry.text('publisher'),
      releaseDate: takeDate(entry.at('date')),
      url: entry.text('url') ?? entry.at('publisher').text('url'),
      summary: toMarkdown(entry.text('summary')),
      highlights: entry.texts('highlights'),
      keywords: toKeywords(entry),
    }),
  ],
  [
    'languages',
    'languages',
    (entry) => ({
      language: entry.kind === 'leaf' ? entry.text() : entry.text('language', 'name'),
      fluency: entry.text('level', 'fluency'),
      summary: formatYears(entry.text('years') ?? ''),
    }),
  ],
  [
    'interests',
    'interests',
    (entry) => ({
      name: entry.kind === 'leaf' ? entry.text() : entry.text('name'),
      summary: toMarkdown(entry.text('summary')),
      keywords: entry.texts('keywords'),
    }),
  ],
  [
    'testimonials',
    'references',
    (entry) => ({
      name: entry.text('name'),
      position: entry.text('role'),
      reference: toMarkdown(entry.text('quote', 'summary')),
      keywords: toKeywords(entry),
    }),
  ],
  [
    'references',
    'references',
    (entry) => {
      const contacts = entry.items('contact');
      const find = (pattern: RegExp) =>
        contacts
          .find((contact) => pattern.test(contact.peek('flavor', 'category')) || pattern.test(contact.peek('label')))
          ?.text('value');
      return {
        name: entry.text('name'),
        position: entry.text('role'),
        reference: toMarkdown(entry.text('summary')),
        email: find(/e-?mail/i),
        phone: find(/phone|mobile/i),
        url: find(/url|web|site/i),
        keywords: toKeywords(entry),
      };
    },
  ],
  // What JSON Resume has no section for gets one of its own.
  ['samples', 'samples', toOwn],
  ['speaking', 'speaking', toOwn],
  ['reading', 'reading', toOwn],
  ['governance', 'governance', toOwn],
  ['extracurricular', 'extracurricular', toOwn],
];

/** A title beside a degree, unless it says the same. */
function takeTitle(entry: Part): string | undefined {
  const degree = entry.peek('studyType', 'degree');
  const title = entry.text('title');
  return degree === '' || title === degree ? undefined : title;
}

function toOwn(entry: Part): Values {
  return {
    title: entry.kind === 'leaf' ? entry.text() : entry.text('title', 'organization', 'event', 'name'),
    subtitle: [
      entry.text('role', 'position'),
      entry.text('event'),
      entry.text('activity'),
      entry.texts('author').join(', '),
    ]
      .filter(Boolean)
      .join(', '),
    url: entry.text('url'),
    date: takeDate(entry.at('date')),
    ...toPeriod(entry),
    location: entry.text('location'),
    summary: toMarkdown(entry.text('summary')),
    highlights: entry.texts('highlights'),
    keywords: toKeywords(entry),
  };
}

function toPeriod(entry: Part): Period {
  const period = takePeriod(entry.at('start'), entry.at('end'));
  // "current: true" beside a start and no end says what JSON Resume says without it.
  if (period.endDate === undefined && entry.peek('current') === 'true') entry.drop('current');
  return period;
}

/** What kind of a thing it is, `flavor` in older files, is one more keyword. */
function toKeywords(entry: Part): readonly string[] {
  return [...entry.texts('keywords'), ...entry.texts('flavor', 'category')];
}

export function formatYears(years: string): string {
  return /^\d+\+?$/.test(years) ? `${years} ${years === '1' ? 'year' : 'years'}` : years;
}
