import type { Part } from './part.ts';
import { readPlain } from './plain-text.ts';
import { type Period, readPeriod, takeDate, takePeriod, toMoment } from './read-period.ts';
import { joinText, toMarkdown } from './split-text.ts';
import type { Values } from './values.ts';

/** What an entry becomes in each section of JSON Resume, whichever of RenderCV's entry types it is. */
export const converters: ReadonlyMap<string, (entry: Part) => Values> = new Map(
  Object.entries({
    work: (entry) => ({
      name: entry.text('company', 'name', 'institution') ?? toLine(entry),
      position: entry.text('position', 'label'),
      location: entry.text('location'),
      url: toUrl(entry),
      ...toPeriod(entry),
      ...toTexts(entry),
    }),
    volunteer: (entry) => ({
      organization: entry.text('company', 'name', 'institution', 'organization') ?? toLine(entry),
      position: entry.text('position', 'label'),
      location: entry.text('location'),
      url: toUrl(entry),
      ...toPeriod(entry),
      ...toTexts(entry),
    }),
    education: (entry) => ({
      institution: entry.text('institution', 'company', 'name', 'label') ?? toLine(entry),
      area: entry.text('area', 'position'),
      studyType: entry.text('degree', 'study_type'),
      location: entry.text('location'),
      url: toUrl(entry),
      ...toPeriod(entry),
      score: entry.text('gpa', 'grade', 'score'),
      ...toTexts(entry),
    }),
    projects: (entry) => {
      const { summary, highlights } = toTexts(entry);
      return {
        name: entry.text('name', 'title', 'company', 'label') ?? toLine(entry),
        description: summary,
        url: toUrl(entry),
        ...toPeriod(entry),
        location: entry.text('location'),
        roles: entry.texts('position'),
        highlights,
      };
    },
    publications: (entry) => ({
      name: entry.text('title', 'name', 'label') ?? toLine(entry),
      authors: entry.texts('authors'),
      publisher: entry.text('journal', 'publisher', 'location'),
      releaseDate: toDate(entry, 'end_date'),
      url: toUrl(entry),
      doi: entry.text('doi'),
      ...toTexts(entry),
    }),
    skills: (entry) => {
      const { keywords, summary } = toKeywords(entry.text('details'));
      const texts = toTexts(entry);
      return {
        name: entry.text('label', 'name') ?? toLine(entry),
        level: entry.text('level'),
        keywords: keywords ?? entry.text('icons')?.split(/\s*,\s*/),
        summary: joinText(summary, texts.summary, texts.highlights),
      };
    },
    languages: (entry) => ({
      language: entry.text('label', 'name', 'language') ?? toLine(entry),
      fluency: entry.text('details', 'fluency', 'summary'),
    }),
    awards: (entry) => ({
      title: entry.text('label', 'name', 'title') ?? toLine(entry),
      date: toDate(entry, 'end_date', 'start_date'),
      awarder: entry.text('awarder', 'company', 'institution'),
      location: entry.text('location'),
      url: toUrl(entry),
      ...toTexts(entry),
    }),
    certificates: (entry) => {
      const { summary, highlights } = toTexts(entry);
      return {
        name: entry.text('label', 'name', 'title') ?? toLine(entry),
        date: toDate(entry, 'end_date', 'start_date'),
        issuer: entry.text('issuer', 'company', 'institution', 'location'),
        url: toUrl(entry),
        summary: joinText(summary, highlights),
      };
    },
    interests: (entry) => {
      const { keywords, summary } = toKeywords(entry.text('details'));
      const texts = toTexts(entry);
      return {
        name: entry.text('label', 'name') ?? toLine(entry),
        keywords,
        summary: joinText(summary, texts.summary, texts.highlights),
      };
    },
    references: (entry) => {
      const { summary, highlights } = toTexts(entry);
      return {
        name: entry.text('label', 'name') ?? toLine(entry),
        position: entry.text('position'),
        organization: entry.text('company', 'institution'),
        reference: joinText(entry.text('details'), summary, highlights),
      };
    },
  }),
);

/** An entry of a section that JSON Resume does not know. */
export function toOwn(entry: Part): Values {
  const name = entry.text('name', 'title', 'company', 'institution', 'label') ?? toLine(entry);
  const details = entry.text('details');
  const { summary, highlights } = toTexts(entry);
  return {
    title: name,
    subtitle: [entry.text('position'), entry.text('degree', 'study_type'), entry.text('area'), entry.text('journal')]
      .filter(Boolean)
      .join(', '),
    authors: entry.texts('authors').join(', '),
    url: toUrl(entry) ?? toDoiUrl(entry.text('doi')),
    ...toMoment(toPeriod(entry)),
    location: entry.text('location'),
    summary: joinText(details, summary),
    highlights,
  };
}

/** An entry that is a text, or a group around one, as `bullet: …` is. */
function toLine(entry: Part): string | undefined {
  return toMarkdown(
    entry.text('bullet', 'number', 'reversed_number') ?? (entry.kind === 'leaf' ? entry.text() : undefined),
  );
}

/** `start_date` and `end_date`, or `date` alone, which may be any text. */
function toPeriod(entry: Part): Period {
  const { startDate, endDate } = takePeriod(entry.at('start_date'), entry.at('end_date'));
  if (startDate !== undefined || endDate !== undefined) return { startDate, endDate };
  const date = entry.text('date');
  return findLink(entry) || date === undefined ? {} : readPeriod(readPlain(date).text);
}

function toDate(entry: Part, ...others: readonly string[]): string | undefined {
  return findLink(entry) ? takeDate(entry.at(...others)) : takeDate(entry.at('date', ...others));
}

function toUrl(entry: Part): string | undefined {
  return entry.text('url') ?? (isAddress(entry) ? findLink(entry)?.url : undefined);
}

/** Some write a link where the date stands. */
function findLink(entry: Part) {
  const { text, links } = readPlain(entry.peek('date'));
  return links.find((link) => link.text === text);
}

/** Whether that link says no more than where it leads. */
function isAddress(entry: Part): boolean {
  const link = findLink(entry);
  return link?.url.includes(link.text) === true && !entry.at('url').holds;
}

function toTexts(entry: Part) {
  const link = findLink(entry) && !isAddress(entry) ? entry.text('date') : undefined;
  return {
    summary: joinText(toMarkdown(entry.text('summary', 'description')), link),
    // A dash between spaces begins a point under the point.
    highlights: entry
      .items('highlights')
      .flatMap(readPoint)
      .map((text) => text.replaceAll(/\s+- (?=\S)/g, '\n- ')),
  };
}

/** `Advisor: Prof. Lund` without quotes is a group in YAML, and a line of text for whoever wrote it. */
function readPoint(point: Part): readonly string[] {
  const [key = '', ...more] = point.keys;
  const isLine = more.length === 0 && /[\p{Lu}\s]/u.test(key) && point.at(key).kind === 'leaf';
  return isLine ? [`${key}: ${point.text(key) ?? ''}`] : point.texts();
}

/** `Python, C++, Git` are keywords; a sentence is a sentence. */
function toKeywords(details: string | undefined): { readonly keywords?: readonly string[]; readonly summary?: string } {
  if (details === undefined) return {};
  // A comma in brackets or in a link does not separate.
  const words = details.split(/[,;]\s+(?![^(]*\))/).map((word) => word.trim());
  const isList =
    words.every((word) => word.length <= 40 && word.split(' ').length <= 4) && !/[.!?](?:\s|$)/.test(details);
  return isList ? { keywords: words } : { summary: details };
}

function toDoiUrl(doi: string | undefined): string | undefined {
  return doi === undefined ? undefined : `https://doi.org/${doi}`;
}
