import type { Part } from './part.ts';
import { type Period, takeDate, takePeriod } from './read-period.ts';
import { toMarkdown } from './split-text.ts';
import type { Values } from './values.ts';

export function takeTitle(entry: Part): string | undefined {
  if (entry.kind === 'leaf') return toMarkdown(entry.text());
  return takeName(entry.at('Title', 'Name', 'ProjectTitle', 'PublicationTitle', 'OrganizationName', '#text'));
}

export function takeDescription(entry: Part): string | undefined {
  return entry.kind === 'map'
    ? entry.text('Description', 'FormattedPublicationDescription', 'Summary', 'Content')
    : undefined;
}

/** An element that has attributes as well holds its text apart. */
export function takeName(part: Part): string | undefined {
  return part.kind === 'map' ? part.text('#text', 'Label', 'Name') : part.text();
}

export function takeDates(entry: Part, ...names: readonly string[]): Period {
  const period = entry.kind === 'map' ? entry.at(...names) : entry;
  const isCurrent = period.peek('Ongoing') === 'true' || period.peek('CurrentIndicator') === 'true';
  const { startDate, endDate } = takePeriod(deepDate(period.at('StartDate')), deepDate(period.at('EndDate')));
  // The dates say the same: one that goes on has no end.
  if (isCurrent === (endDate === undefined)) {
    for (const flag of ['Ongoing', 'CurrentIndicator'])
      if (/^(?:true|false)$/.test(period.peek(flag))) period.drop(flag);
  }
  return { startDate, endDate };
}

/** What begins and doesn't go on happened once. */
export function takeMoment(entry: Part): Values {
  const period = entry.at('Date', 'Period');
  const isCurrent = period.peek('Ongoing') === 'true';
  const { startDate, endDate } = takeDates(entry, 'Date', 'Period');
  if (!isCurrent && period.peek('Ongoing') === 'false') period.drop('Ongoing');
  return isCurrent || (endDate !== undefined && endDate !== startDate) ? { startDate, endDate } : { date: startDate };
}

/** The beginning alone; an end that there may be stays for others to list. */
export function takeStart(entry: Part, ...names: readonly string[]): string | undefined {
  const date = entry.kind === 'map' ? entry.at(...names) : entry;
  return takeDate(deepDate(date.at('StartDate').holds ? date.at('StartDate') : date));
}

function deepDate(part: Part): Part {
  return part.kind === 'map' ? part.at('FormattedDateTime', 'DateText') : part;
}

const skillKinds = /^(?:listening|reading|writing|(?:speaking|spoken) (?:interaction|production)|writing production)$/;

/** What somebody can do in a language: one level where it is the same for everything, else each. */
export function formatLevels(levels: readonly { readonly kind: string; readonly score: string }[]): string | undefined {
  const [first] = levels;
  const isEven =
    levels.length > 1 && levels.every(({ kind, score }) => score === first?.score && skillKinds.test(kind));
  return isEven ? first?.score : levels.map(({ kind, score }) => `${score} ${kind}`.trim()).join(', ') || undefined;
}

/** The address of an entry where it takes one, and further ones as a text. */
export function takeLinks(entry: Part, takesUrl = true): { readonly url?: string; readonly more?: string } {
  const links = entry.kind === 'map' ? entry.texts('Link', 'URL') : [];
  const [url, ...others] = takesUrl ? links : ['', ...links];
  const more = others.map((link) => (/^https?:\/\/[^\s()[\]]+$/i.test(link) ? `<${link}>` : link)).join('\n\n');
  return { ...(url && { url }), ...(more && { more }) };
}
