import type { Values } from './draft.ts';
import type { Part } from './part.ts';
import { readPeriod, takeDate, takePeriod, toMoment } from './read-period.ts';
import { joinText, toMarkdown } from './split-text.ts';

/** What an entry becomes in each section of JSON Resume, whichever of RenderCV's entry types it is. */
export const converters: ReadonlyMap<string, (entry: Part) => Values> = new Map(
  Object.entries({
    work: (entry) => ({
      name: entry.text('company', 'name', 'institution') ?? toLine(entry),
      position: entry.text('position', 'label'),
      location: entry.text('location'),
      url: entry.text('url'),
      ...toPeriod(entry),
      ...toTexts(entry),
    }),
    volunteer: (entry) => ({
      organization: entry.text('company', 'name', 'institution', 'organization') ?? toLine(entry),
      position: entry.text('position', 'label'),
      location: entry.text('location'),
      url: entry.text('url'),
      ...toPeriod(entry),
      ...toTexts(entry),
    }),
    education: (entry) => ({
      institution: entry.text('institution', 'company', 'name', 'label') ?? toLine(entry),
      area: entry.text('area', 'position'),
      studyType: entry.text('degree', 'study_type'),
      location: entry.text('location'),
      url: entry.text('url'),
      ...toPeriod(entry),
      score: entry.text('gpa'),
      ...toTexts(entry),
    }),
    projects: (entry) => {
      const { summary, highlights } = toTexts(entry);
      return {
        name: entry.text('name', 'title', 'company', 'label') ?? toLine(entry),
        description: summary,
        url: entry.text('url'),
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
      releaseDate: takeDate(entry.at('date', 'end_date')),
      url: entry.text('url'),
      doi: entry.text('doi'),
      ...toTexts(entry),
    }),
    skills: (entry) => {
      const { keywords, summary } = toKeywords(entry.text('details'));
      const texts = toTexts(entry);
      return {
        name: entry.text('label', 'name') ?? toLine(entry),
        level: entry.text('level'),
        keywords,
        summary: joinText(summary, texts.summary, texts.highlights),
      };
    },
    languages: (entry) => ({
      language: entry.text('label', 'name', 'language') ?? toLine(entry),
      fluency: entry.text('details', 'fluency', 'summary'),
    }),
    awards: (entry) => ({
      title: entry.text('label', 'name', 'title') ?? toLine(entry),
      date: takeDate(entry.at('date', 'end_date', 'start_date')),
      awarder: entry.text('awarder', 'company', 'institution'),
      location: entry.text('location'),
      url: entry.text('url'),
      ...toTexts(entry),
    }),
    certificates: (entry) => {
      const { summary, highlights } = toTexts(entry);
      return {
        name: entry.text('label', 'name', 'title') ?? toLine(entry),
        date: takeDate(entry.at('date', 'end_date', 'start_date')),
        issuer: entry.text('issuer', 'company', 'institution', 'location'),
        url: entry.text('url'),
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
    subtitle: [entry.text('position'), entry.text('degree'), entry.text('area'), entry.text('journal')]
      .filter(Boolean)
      .join(', '),
    authors: entry.texts('authors').join(', '),
    url: entry.text('url') ?? toDoiUrl(entry.text('doi')),
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
function toPeriod(entry: Part) {
  const { startDate, endDate } = takePeriod(entry.at('start_date'), entry.at('end_date'));
  if (startDate !== undefined || endDate !== undefined) return { startDate, endDate };
  return readPeriod(entry.text('date'));
}

function toTexts(entry: Part) {
  return { summary: toMarkdown(entry.text('summary', 'description')), highlights: entry.texts('highlights') };
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
