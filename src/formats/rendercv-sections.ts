import type { Draft } from './draft.ts';
import { letter, type Part } from './part.ts';
import { converters, toOwn } from './rendercv-entries.ts';
import { listEntries } from './rendercv-group.ts';
import { findLetter } from './rendercv-letter.ts';
import { joinText, toMarkdown } from './split-text.ts';

/** Sections of RenderCV have any title; these are the ones that JSON Resume knows, by what people call them. */
const sectionPatterns: readonly (readonly [RegExp, string])[] = [
  [/^(?:summary|profile|about|about me|objective|professional summary|career objective)$/, 'summary'],
  [
    /^(?:(?:work |professional |relevant |industry )?experience|(?:work|employment) ?(?:history)?|employment|career)$/,
    'work',
  ],
  [/^(?:education|academic background|education and training)$/, 'education'],
  [/^(?:(?:personal |selected |side |open source |academic |university )?projects)$/, 'projects'],
  [/^(?:(?:selected |recent )?publications|papers|articles)$/, 'publications'],
  [
    /^(?:(?:technical |core |key |professional |programming |other )?skills|technologies|technical expertise|competencies|skills and technologies)$/,
    'skills',
  ],
  [/^(?:languages|language skills)$/, 'languages'],
  [/^(?:(?:selected )?(?:honou?rs|awards)(?: (?:and|&) (?:honou?rs|awards|recognition))?)$/, 'awards'],
  [
    /^(?:certificates|certifications|licenses|licenses and certifications|certifications and licenses)$/,
    'certificates',
  ],
  [/^(?:volunteer(?:ing)?(?: work| experience)?)$/, 'volunteer'],
  [/^(?:interests|hobbies)$/, 'interests'],
  [/^references$/, 'references'],
];

/** What the page calls a section anyway; any other title comes along. */
const usualTitle =
  /^(?:(?:work )?experience|education|projects|publications|skills|languages|awards|certificat(?:e|ion)s|volunteer(?:ing)?(?: work| experience)?|interests|references)$/;

type Section = { readonly title: string; readonly entries: Part };
/** With the section of JSON Resume that it becomes, and whether it is the only one that becomes that. */
type Placed = Section & { readonly section: string | undefined; readonly isAlone: boolean };

/** The sections of a RenderCV file, whatever they are called, in their order; those of a letter are not taken. */
export function addSections(draft: Draft, cv: Part, theme: string): void {
  const all = listSections(cv);
  const letters = new Set(findLetter(all, theme));
  for (const { entries } of letters) entries.hide(letter);
  const sections = all.filter((section) => !letters.has(section));
  const known = sections.map((section) => (isNameless(section) ? 'summary' : findKind(section.title)));
  const guessed = sections.map(({ entries }, index) => known[index] ?? guessKind(entries));
  // A title in another language, or of the person's own, where no other section is of that kind.
  const taken = new Set(known);
  const kinds = known.map((kind, index) => {
    const guess = kind ?? guessed[index];
    if (kind === undefined && taken.has(guess)) return undefined;
    taken.add(guess);
    return guess;
  });
  const order = sections.map(({ title, entries }, index) => {
    const section = kinds[index];
    const isAlone = kinds.indexOf(section) === kinds.lastIndexOf(section);
    return { title, section: addSection(draft, { title, entries, section, isAlone }) };
  });
  // Of titles that are called alike the first one counts.
  const byWords = new Map(order.toReversed().map(({ title, section }) => [toWords(title), section]));
  const ranked = cv.items('section_order').flatMap((part) => {
    const section = byWords.get(toWords(part.peek()));
    return section === undefined ? [] : [{ section, part }];
  });
  draft.setOrder(ranked.length > 0 ? ranked : order.flatMap(({ section }) => (section ? [{ section }] : [])));
}

/** Under `sections` since version 1; before, beside the name, and those of the person's own in a list. */
function listSections(cv: Part): readonly Section[] {
  const sections = cv.at('sections', 'sections_input');
  if (sections.holds) return sections.keys.map((title) => ({ title, entries: sections.at(title) }));
  const others = 'email phone website social_networks social-networks custom_connections custom_sections section_order';
  const isSection = (key: string) =>
    key === 'summary' || (cv.at(key).kind === 'list' && !others.split(' ').includes(key));
  const usual = cv.keys.filter(isSection).map((title) => ({ title, entries: cv.at(title) }));
  const own = cv.items('custom_sections').map((part) => ({
    title: part.text('title') ?? 'More',
    entries: part.at('entries'),
  }));
  return [...usual, ...own];
}

function findKind(title: string): string | undefined {
  return sectionPatterns.find(([pattern]) => pattern.test(toWords(title)))?.[1];
}

/** Texts under the name, without a title, are what a summary is. */
function isNameless({ title, entries }: Section): boolean {
  return !/[\p{L}\p{N}]/u.test(title) && entries.items().every(({ kind }) => kind === 'leaf');
}

/** What the entries are tells what the section is, where its title is in a language that we don't know. */
function guessKind(entries: Part): string | undefined {
  const all = listEntries(entries);
  const haveAll = (...keys: readonly string[]) =>
    all.length > 0 && all.every((entry) => keys.every((key) => entry.at(key).holds));
  if (haveAll('company', 'position')) return 'work';
  if (haveAll('institution', 'area')) return 'education';
  return haveAll('title', 'authors') ? 'publications' : undefined;
}

/** Gives the section's key; nothing for the summary, which is no section. */
function addSection(draft: Draft, { title, entries, section, isAlone }: Placed): string | undefined {
  if (section === 'summary') {
    // Entries that are more than texts would lose their shape in it.
    draft.addBasics({ summary: toMarkdown(joinText(...entries.texts())) });
    return undefined;
  }
  const heading =
    title.includes('_') || title === title.toLowerCase() ? capitalize(title.replaceAll('_', ' ').trim()) : title;
  const key = section ?? draft.nameSection(heading);
  if (section !== undefined && isAlone && !usualTitle.test(toWords(title))) draft.setHeading(section, heading);
  if (section === undefined) addOwn(draft, key, entries);
  else for (const entry of listEntries(entries)) draft.add(key, entry, (converters.get(key) ?? toOwn)(entry));
  return key;
}

/** Lines with a dash or a number, one after the other, are one list; a text is a paragraph. */
function addOwn(draft: Draft, key: string, entries: Part): void {
  let first: Part | undefined;
  let points: string[] = [];
  const endList = (): void => {
    if (first) draft.add(key, first, { highlights: points });
    first = undefined;
    points = [];
  };
  for (const entry of listEntries(entries)) {
    const bullet = entry.at('bullet', 'number', 'reversed_number');
    if (entry.kind === 'map' && entry.keys.length === 1 && bullet.kind === 'leaf') {
      first ??= entry;
      points.push(...[bullet.text()].filter((text) => text !== undefined));
      continue;
    }
    endList();
    draft.add(key, entry, entry.kind === 'leaf' ? { summary: toMarkdown(entry.text()) } : toOwn(entry));
  }
  endList();
}

function toWords(title: string): string {
  return title.replaceAll('_', ' ').trim().toLowerCase();
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
