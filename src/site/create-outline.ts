import { isDate, type Resume } from '#resume';
import { outlineContact } from './contact.ts';
import { groupByYear } from './group-by-year.ts';
import { createLinkResolver, trimPath } from './links.ts';
import { listGenerated } from './list-generated.ts';
import { type LabelKey, type Phrase, selectLocale } from './locale.ts';
import type { Entry, OutlinedResume, Section } from './outline.ts';
import {
  nameKey,
  outlineAward,
  outlineCertificate,
  outlineEducation,
  outlineInterest,
  outlineLanguage,
  outlineOwnEntry,
  outlineProject,
  outlinePublication,
  outlineReference,
  outlineSkill,
  outlineVolunteer,
} from './outline-entries.ts';
import { outlineWork } from './outline-work.ts';
import { createOutlineWriter, type OutlineWriter } from './outline-writer.ts';
import { formatDate } from './period.ts';
import { findPhoto } from './photo.ts';
import type { Omitted } from './site.ts';

/**
 * Makes the outline of a résumé: what stands on its page, in order and in the words of its language. `files` are
 * those of `public/`, by path, and `generated` are the paths that a build makes: what else a link names keeps its words alone,
 * without the link. `prefix` is the edition's.
 */
export function createOutline(
  resume: Resume,
  files: ReadonlyMap<string, Uint8Array>,
  prefix = '',
  generated: readonly string[] = listGenerated([{ prefix, resume }]),
): OutlinedResume {
  const { basics, meta } = resume;
  const { order = [], labels = {} } = meta?.site ?? {};
  const omitted: Omitted[] = [];
  const locale = selectLocale(meta?.language, labels);
  const omit = (value: Omitted) => omitted.push(value);
  const photo = findPhoto(basics.image, files, omit);
  // The photo's original stays at home: it may tell where its owner lives.
  const hasFile = (path: string) => (files.has(path) && path !== photo?.path) || generated.includes(path);
  const writer = createOutlineWriter(locale, {
    resolve: createLinkResolver(hasFile, prefix),
    explain: (url) => explainLost(trimPath(url), photo?.path),
    omit,
  });
  const day = meta?.lastModified?.slice(0, 10);
  const outline = {
    locale,
    name: basics.name,
    label: basics.label,
    photo,
    summary: writer.text(basics.summary, 'basics.summary'),
    contact: outlineContact(basics, writer),
    sections: orderSections(outlineSections(resume, labels, writer), order),
    updated: day && isDate(day) ? [formatDate(day, locale)] : undefined,
  };
  return { outline, omitted };
}

function explainLost(path: string, photo: string | undefined): string {
  if (path === photo) {
    return 'the original of the photo is not published, since it may tell where it was taken; put what may be seen into public/ under another name';
  }
  if (path.endsWith('resume.pdf')) return 'no PDF is made; meta.site.pdf: false leaves it out';
  return 'it leads nowhere; a link starts with https: or names a file in public/';
}

/**
 * Puts the sections that `order` names first, in its order, the others after them in ours. One of the second column that
 * is named before one of the first moves into the first, so that the order on the page is the one that was asked for; and
 * a first column that would be empty takes all.
 */
function orderSections(sections: readonly Section[], order: readonly string[]): readonly Section[] {
  const sides = new Map(sections.map(({ key, side }) => [key, side]));
  const named = [...new Set(order)].filter((key) => sides.has(key));
  const ranks = new Map(named.map((key, index) => [key, index]));
  const rank = ({ key }: Section) => ranks.get(key) ?? named.length;
  const lastMain = named.findLastIndex((key) => sides.get(key) === 'main');
  const isOnlyAside = sections.every(({ side }) => side === 'aside');
  return sections
    .map((section): Section => (isOnlyAside || rank(section) < lastMain ? { ...section, side: 'main' } : section))
    .sort((a, b) => (a.side === b.side ? rank(a) - rank(b) : a.side === 'main' ? -1 : 1));
}

// The lists of the schema; all others are the person's own.
const schemaKeys: readonly string[] = [
  'work',
  'volunteer',
  'education',
  'projects',
  'publications',
  'skills',
  'languages',
  'interests',
  'certificates',
  'awards',
  'references',
];

type Draft = { readonly key: string; readonly side: Section['side']; readonly entries: readonly (Entry | undefined)[] };

/** Outlines all sections that have something in them, in the order of the specification's cells. */
function outlineSections(
  resume: Resume,
  own: Readonly<Record<string, string>>,
  writer: OutlineWriter,
): readonly Section[] {
  const each = <Item>(
    key: LabelKey & keyof Resume,
    side: Section['side'],
    items: readonly Item[] = [],
    outline: (item: Item, path: string, writer: OutlineWriter) => Entry | undefined,
  ): Draft => ({ key, side, entries: items.map((item, index) => outline(item, `${key}[${index}]`, writer)) });
  const drafts: readonly Draft[] = [
    { key: 'work', side: 'main', entries: outlineWork(resume.work ?? [], writer) },
    each('volunteer', 'main', resume.volunteer, outlineVolunteer),
    each('education', 'main', resume.education, outlineEducation),
    each('projects', 'main', resume.projects, outlineProject),
    each('publications', 'main', resume.publications, outlinePublication),
    ...(resume.sections ?? []).map(({ key, entries }): Draft => {
      const outlined = entries.map((entry, index) => outlineOwnEntry(entry, `${key}[${index}]`, writer));
      return { key, side: 'main', entries: outlined };
    }),
    each('skills', 'aside', resume.skills, outlineSkill),
    each('languages', 'aside', resume.languages, outlineLanguage),
    each('interests', 'aside', resume.interests, outlineInterest),
    each('certificates', 'aside', resume.certificates, outlineCertificate),
    each('awards', 'aside', resume.awards, outlineAward),
    each('references', 'aside', resume.references, outlineReference),
  ];
  return drafts.flatMap(({ key, side, entries: all }) => {
    const entries = all.filter((entry) => entry !== undefined);
    const layout = chooseLayout(key, entries);
    const groups = layout === 'list' ? groupByYear(entries) : [{ entries }];
    return entries.length > 0 ? [{ key, heading: nameSection(key, own, writer), side, layout, groups }] : [];
  });
}

function nameSection(key: string, own: Readonly<Record<string, string>>, { locale }: OutlineWriter): Phrase {
  if (Object.hasOwn(own, key)) return { text: own[key] ?? key };
  return Object.hasOwn(locale.labels, key) ? locale.labels[key as LabelKey] : { text: nameKey(key) };
}

// From so many on a list is easier to read in a line or two each, under its years.
const minLongList = 12;
// What a chip may hold without looking like a sentence.
const maxTagLength = 60;

function chooseLayout(key: string, entries: readonly Entry[]): Section['layout'] {
  if (key === 'references') return 'quotes';
  const isOwn = !schemaKeys.includes(key);
  if ((isOwn || ['skills', 'languages', 'interests'].includes(key)) && entries.every(isWord)) {
    if (entries.some(({ level }) => level !== undefined)) return 'pairs';
    return entries.every(({ title }) => (title?.text.length ?? 0) <= maxTagLength) ? 'tags' : 'list';
  }
  const isDated = isOwn || ['awards', 'certificates', 'publications'].includes(key);
  return isDated && entries.length >= minLongList ? 'list' : 'entries';
}

/** Tells an entry that says no more than a name, perhaps with a word about it. */
function isWord({ title, level, facts, points, details, keywords, roles, ...more }: Entry): boolean {
  const lists = [facts, points, details, keywords, roles];
  return (
    !title?.url && lists.every(({ length }) => length === 0) && Object.values(more).every((part) => part === undefined)
  );
}
