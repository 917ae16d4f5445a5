import type { InvalidValue } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';
import type { SourceMap } from '../read/source-node.ts';
import { otherNames } from '../schema/other-names.ts';
import { line, type MapShape, map } from '../schema/shape.ts';
import type { Context, Names } from './context.ts';
import { guessKey } from './resolve-keys.ts';

// What a page says beside the headings of its sections.
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

/** Lists the sections that the schema has, and the lists of the person's own that stand beside them. */
export function nameSections({ entries }: SourceMap, shape: MapShape): Context['names'] {
  const known = Object.keys(shape.keys).filter((key) => shape.keys[key]?.kind === 'list');
  const lists = entries.flatMap(({ key, value }) => (value.kind === 'list' ? [key.value] : []));
  const all = new Set(entries.map(({ key }) => key.value));
  const own = lists.filter((key) => {
    const guess = lists.length <= maxSections ? guessKey(key, shape) : undefined;
    return !guess?.isSure || all.has(guess.key);
  });
  const list = (what: string, keys: readonly string[]): Names => ({
    what,
    shape: map(Object.fromEntries(keys.map((key) => [key.trim(), line()])), otherNames.resume),
    guesses: keys.length <= maxSections ? new Map() : undefined,
  });
  return {
    sections: list('section of this résumé', [...known, ...own]),
    labels: list('section of this résumé and no word of its page', [...known, ...words, ...own]),
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
