import type { Fix } from '../finding.ts';
import { quoteValue } from '../quote-value.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceText } from '../read/source-node.ts';
import type { MapShape, Shape } from '../schema/shape.ts';
import { checkCharacters } from './check-characters.ts';
import type { Context } from './context.ts';
import { explainGuess, explainStranger } from './explain-key.ts';
import { type Guess, guessKey } from './guess-key.ts';
import { joinPath } from './join-path.ts';
import { replaceText } from './replace-text.ts';

export type ResolvedEntry = {
  /** The key that was written, or else the one that was meant. */
  readonly key: string;
  readonly value: SourceNode;
  /** Absent under keys that are the writer's own. */
  readonly shape: Shape | undefined;
};

/** Parts of every JavaScript object: data under such a name would harm some program that reads it. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Reports keys that are unknown, reserved or written twice; gives the entries whose values can be checked all the same. */
export function resolveKeys(map: SourceMap, shape: MapShape, path: string, context: Context): readonly ResolvedEntry[] {
  const taken = new Set(map.entries.map(({ key }) => key.value).filter((key) => Object.hasOwn(shape.keys, key)));
  const resolved: ResolvedEntry[] = [];
  for (const entry of listSoundEntries(map, path, context)) {
    const written = entry.key.value;
    const guess = taken.has(written) || shape.isOpen ? undefined : guessKey(written, shape);
    if (taken.has(written) || shape.isOpen) {
      resolved.push({ key: written, value: entry.value, shape: readOwn(shape.keys, written) });
    } else if (guess === undefined) {
      const message = explainStranger(written, map, path);
      context.report({ path: joinPath(path, written), start: entry.key.start, message });
    } else {
      const target = shape.keys[guess.key];
      const isTaken = taken.has(guess.key);
      reportGuess(entry, guess, target, isTaken, path, context);
      if (!isTaken) resolved.push({ key: guess.key, value: entry.value, shape: target });
      taken.add(guess.key);
    }
  }
  return resolved;
}

/** The entries without those that are reserved or written twice, which it reports. */
export function listSoundEntries(map: SourceMap, path: string, context: Context): readonly SourceEntry[] {
  const seen = new Map<string, SourceText>();
  return map.entries.filter(({ key }) => {
    const keyPath = joinPath(path, key.value);
    const shown = quoteValue(key.value);
    const first = seen.get(key.value);
    if (first !== undefined) {
      const { line } = context.locate(first.start);
      const message = `${shown} is written twice in one group, first in line ${line}; keep one of them.`;
      context.report({ path: keyPath, start: key.start, message });
      return false;
    }
    seen.set(key.value, key);
    if (RESERVED.has(key.value)) {
      context.report({ path: keyPath, start: key.start, message: `${shown} is a reserved name; choose another key.` });
      return false;
    }
    return checkCharacters(key, keyPath, context);
  });
}

function reportGuess(
  { key, value }: SourceEntry,
  guess: Guess,
  target: Shape | undefined,
  isTaken: boolean,
  path: string,
  context: Context,
): void {
  const fits = value.kind === 'null' || value.kind === target?.kind;
  const done = `Renamed ${quoteValue(key.value)} to ${quoteValue(guess.key)}.`;
  const fix: Fix | undefined =
    guess.isSure && !isTaken && fits ? replaceText(context.text, key, guess.key, done) : undefined;
  context.report({
    path: joinPath(path, key.value),
    start: key.start,
    message: explainGuess(key.value, guess, isTaken),
    ...(fix && { fix }),
  });
}

function readOwn(keys: Readonly<Record<string, Shape>>, key: string): Shape | undefined {
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}
