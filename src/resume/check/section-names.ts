import type { InvalidValue } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';
import type { SourceMap } from '../read/source-node.ts';
import { otherNames } from '../schema/other-names.ts';
import { line, type MapShape, map } from '../schema/shape.ts';
import type { Context, Names } from './context.ts';
import { chooseEntry, describeValue, groupByKey, guessKey, resolveKeys } from './resolve-keys.ts';
import { isEmpty } from './texts.ts';

// What a page says beside the headings of its sections: the rest of src/site/labels.json, whose test holds the two together.
const words = [
  'skip',
  'language',
  'contact',
  'courses',
  'score',
  'present',
  'updated',
  'visits',
  'data',
  'pdf',
  'notFound',
  'notFoundText',
  'home',
];

// More sections, and more names that are none, than any résumé has. Beyond them nothing is compared letter by letter.
const maxSections = 200;
const maxGuesses = 2_000;

/**
 * Lists the sections of the person's own by key: lists at the root that no key of the schema means, and those that mean one
 * under which another list is read already.
 */
export function listOwnSections(root: SourceMap, shape: MapShape, looksForSlips: boolean): ReadonlySet<string> {
  const resolved = resolveKeys(root, shape, '', { looksForSlips, report: () => {} });
  const sure = resolved.filter(({ kind }) => kind !== 'maybe');
  // For each key with several names the entry that counts, and what that says.
  const chosen = new Map(
    [...groupByKey(sure)].flatMap(([key, entries]) => {
      const entry = entries.length > 1 ? chooseEntry(entries)?.entry : undefined;
      return entry ? [[key, { entry, said: describeValue(entry) }] as const] : [];
    }),
  );
  const own = sure.filter(({ entry, kind, key }) => {
    if (entry.value.kind !== 'list' || kind === 'unknown') return entry.value.kind === 'list';
    const first = chosen.get(key);
    return first && entry !== first.entry && !isEmpty(entry.value) && describeValue(entry) !== first.said;
  });
  return new Set(own.map(({ entry }) => entry.key.value));
}

/** What `order` may name, and what may have a label. */
export function nameSections(shape: MapShape, ownSections: ReadonlySet<string>): Context['names'] {
  const known = Object.keys(shape.keys).filter((key) => shape.keys[key]?.kind === 'list');
  const list = (what: string, keys: readonly string[]): Names => ({
    what,
    shape: map(Object.fromEntries(keys.map((key) => [key.trim(), line()])), otherNames.resume),
    guesses: keys.length <= maxSections ? new Map() : undefined,
  });
  return {
    sections: list('section of this résumé', [...known, ...ownSections]),
    labels: list('section of this résumé and no word of its page', [...known, ...words, ...ownSections]),
  };
}

/** Says that a text is no such name, and which one was meant. */
export function checkName(written: string, { what, shape, guesses }: Names): InvalidValue | undefined {
  if (Object.hasOwn(shape.keys, written)) return undefined;
  if (guesses && guesses.size < maxGuesses && !guesses.has(written)) guesses.set(written, guessKey(written, shape));
  const guess = guesses?.get(written);
  if (guess === undefined || !Object.hasOwn(shape.keys, guess.key))
    return { message: `${quoteValue(written)} is no ${what}; write one, such as work.` };
  const message = `${quoteValue(written)} is no ${what}; did you mean ${quoteValue(guess.key)}? Write that name.`;
  return guess.isSure ? { message, instead: guess.key } : { message };
}
