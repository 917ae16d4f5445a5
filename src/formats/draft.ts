import type { ResumeData } from '#resume';
import type { Part, Untaken } from './part.ts';
import { readPlain, toPlainValues } from './plain-text.ts';
import { tidy, type Values } from './values.ts';

/** A value that has no place in the result; `near` is the entry of the result that was made of its neighbors. */
export type LeftOver = Untaken & { readonly near?: string };

/** A résumé that is being made of another one. */
export type Draft = {
  /** Adds to the basics; a summary may come in several parts. */
  readonly addBasics: (values: Values) => void;
  /** Adds a profile, such as one on GitHub. */
  readonly addProfile: (from: Part, values: Values) => void;
  /** Adds an entry to a section: one of JSON Resume's, or one of the person's own. */
  readonly add: (section: string, from: Part, values: Values) => void;
  /** Adds a section of the person's own by its heading, whatever that is; the section's key is the answer. */
  readonly nameSection: (heading: string) => string;
  /** Names a section as the person did. */
  readonly setHeading: (section: string, heading: string) => void;
  readonly setLanguage: (language: string | undefined) => void;
  /** Says in which order the sections stood; `part`, where that is a value of the file, is taken when the section is in the result. */
  readonly setOrder: (sections: readonly OrderedSection[]) => void;
  readonly finish: (source: Part) => { readonly data: ResumeData; readonly leftOvers: readonly LeftOver[] };
};

type OrderedSection = { readonly section: string; readonly part?: Part };

const standardSections = [
  'work',
  'volunteer',
  'education',
  'awards',
  'certificates',
  'publications',
  'skills',
  'languages',
  'interests',
  'references',
  'projects',
] as const;

/** The order on the page without a word of the person's; their own sections stand after the first five. */
const usualOrder = ['work', 'volunteer', 'education', 'projects', 'publications', '', 'skills', 'languages'] as const;
const usualEnd = ['interests', 'certificates', 'awards', 'references'] as const;

type Entry = { readonly from: Part; readonly data: ResumeData };

/** `isMarkdown`: names and titles were written in Markdown too, and become plain text. */
export function createDraft({ isMarkdown = false } = {}): Draft {
  const basics = new Map<string, ResumeData>();
  const profiles: Entry[] = [];
  const sections = new Map<string, Entry[]>(standardSections.map((section) => [section, []]));
  const labels = new Map<string, string>();
  let language: string | undefined;
  let order: readonly OrderedSection[] = [];

  const push = (entries: Entry[], from: Part, values: Values): void => {
    const data = tidy(values);
    if (data !== undefined) entries.push({ from, data });
  };

  return {
    addBasics(values) {
      for (const [key, value] of Object.entries(values)) {
        const isLine = isMarkdown && (key === 'name' || key === 'label') && typeof value === 'string';
        const { text, links = [] } = isLine ? readPlain(value) : { text: value };
        const data = tidy(text);
        const before = basics.get(key);
        if (data !== undefined) basics.set(key, before === undefined ? data : `${before}\n\n${data}`);
        for (const link of links) this.addBasics({ summary: `[${link.text}](${link.url})` });
      }
    },
    addProfile: (from, values) => push(profiles, from, values),
    add(section, from, values) {
      const entries = sections.get(section) ?? [];
      sections.set(section, entries);
      push(entries, from, isMarkdown ? toPlainValues(section, values) : values);
    },
    nameSection(heading) {
      const key = toKey(heading);
      // The page makes "Fun facts" of funFacts by itself.
      if (heading.toLowerCase() !== splitWords(key)) labels.set(key, heading);
      return key;
    },
    setHeading: (section, heading) => labels.set(section, heading),
    setLanguage(tag) {
      language = tag;
    },
    setOrder(sections) {
      order = sections;
    },
    finish(source) {
      const used = [...sections].filter(([, entries]) => entries.length > 0);
      const lists = used.map(([section, entries]) => [section, entries.map(({ data }) => data)] as const);
      const bySection = new Map(used);
      const named = [...labels].filter(([key]) => bySection.has(key));
      const data = tidy({
        basics: { ...Object.fromEntries(basics), profiles: profiles.map(({ data }) => data) },
        ...Object.fromEntries(lists),
        meta: { language, site: { order: takeOrder(order, bySection), labels: Object.fromEntries(named) } },
      });
      const places = new Map(
        [...used, ['basics.profiles', profiles] as const].flatMap(([section, entries]) =>
          entries.map(({ from }, index) => [from.path, `${section}[${index}]`] as const),
        ),
      );
      return { data: data ?? {}, leftOvers: source.listUntaken().map((untaken) => addNeighbor(untaken, places)) };
    },
  };
}

/** The order of the sections that there are, unless it is the usual one. */
function takeOrder(order: readonly OrderedSection[], used: ReadonlyMap<string, unknown>): readonly string[] {
  const present = order.filter(({ section }) => used.has(section));
  for (const { part } of present) part?.text();
  const keys = [...new Set(present.map(({ section }) => section))];
  const usual = [...usualOrder, ...usualEnd];
  const ranks = keys.map((key) => usual.indexOf((standardSections.includes(key as never) ? key : '') as never));
  // Those of the person's own stand in the order in which they were added.
  const places = new Map([...used.keys()].map((key, place) => [key, place]));
  const placesOfKeys = keys.map((key) => places.get(key) ?? 0);
  const isUsual = ranks.every((rank, index) => {
    const [before = -1, placeBefore = 0] = [ranks[index - 1], placesOfKeys[index - 1]];
    return rank > before || (rank === before && (placesOfKeys[index] ?? 0) > placeBefore);
  });
  return isUsual ? [] : keys;
}

/** `Teaching & Talks` becomes `teachingTalks`; letters of every script are good for a key. */
function toKey(heading: string): string {
  const words = heading.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  const [first = 'more', ...others] = words.slice(0, 6);
  const key = [
    /^\p{Lu}{2,}$/u.test(first) ? first.toLowerCase() : first.charAt(0).toLowerCase() + first.slice(1),
    ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
  ].join('');
  // Not one of the keys that mean something else at the root.
  const isTaken = ['basics', 'meta', '$schema', 'sections', ...standardSections].includes(key) || !/^\p{L}/u.test(key);
  return isTaken ? `own${key.charAt(0).toUpperCase()}${key.slice(1)}` : key;
}

function splitWords(key: string): string {
  return key.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase();
}

/** Says which entry what is left over stood in: the nearest one above it in the old file. */
function addNeighbor(untaken: Untaken, places: ReadonlyMap<string, string>): LeftOver {
  const { path } = untaken;
  for (let end = path.length; end > 0; end = Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1))) {
    const near = places.get(path.slice(0, end));
    if (near !== undefined) return { ...untaken, near };
  }
  return untaken;
}
