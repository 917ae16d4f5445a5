import { isDate, type Resume } from '#resume';
import { outlineContact } from './contact.ts';
import { createLinkResolver } from './links.ts';
import { selectLocale } from './locale.ts';
import type { OutlinedResume, Section } from './outline.ts';
import { outlineSections } from './outline-sections.ts';
import { createOutlineWriter } from './outline-writer.ts';
import { formatDate } from './period.ts';
import { findPhoto } from './photo.ts';
import type { Omitted } from './site.ts';

// What a résumé may link to though nobody put it into public/.
const generatedFiles = ['resume.json', 'resume.pdf'];

/**
 * Makes the outline of a résumé: what stands on its page, in order and in the words of its language. `files` are
 * those of `public/`, by path: what else a link names keeps its words alone, without the link.
 */
export function createOutline(resume: Resume, files: ReadonlyMap<string, Uint8Array>): OutlinedResume {
  const { basics, meta } = resume;
  const { order = [], labels = {} } = meta?.site ?? {};
  const omitted: Omitted[] = [];
  const locale = selectLocale(meta?.language, labels);
  const omit = (value: Omitted) => omitted.push(value);
  const hasFile = (path: string) => files.has(path) || generatedFiles.includes(path);
  const writer = createOutlineWriter(locale, createLinkResolver(hasFile), omit);
  const day = meta?.lastModified?.slice(0, 10);
  const outline = {
    locale,
    name: basics.name,
    label: basics.label,
    photo: findPhoto(basics.image, files, omit),
    summary: writer.text(basics.summary, 'basics.summary'),
    contact: outlineContact(basics, writer),
    sections: orderSections(outlineSections(resume, labels, writer), order),
    updated: day && isDate(day) ? [formatDate(day, locale)] : undefined,
  };
  return { outline, omitted };
}

/**
 * Puts the sections that `order` names first, in its order, the others after them in ours. One of the second column that
 * is named before one of the first moves into the first, so that the order on the page is the one that was asked for; and
 * a first column that would be empty takes all.
 */
function orderSections(sections: readonly Section[], order: readonly string[]): readonly Section[] {
  const named = order.filter((key, index) => order.indexOf(key) === index && sections.some((each) => each.key === key));
  const rank = ({ key }: Section) => (named.includes(key) ? named.indexOf(key) : named.length);
  const lastMain = named.findLastIndex((key) => sections.some((each) => each.key === key && each.side === 'main'));
  const isOnlyAside = sections.every(({ side }) => side === 'aside');
  return sections
    .map((section): Section => (isOnlyAside || rank(section) < lastMain ? { ...section, side: 'main' } : section))
    .sort((a, b) => (a.side === b.side ? rank(a) - rank(b) : a.side === 'main' ? -1 : 1));
}
