import { quoteValue } from '../quote-value.ts';
import type { SourceMap } from '../read/source-node.ts';
import { foldKey } from '../schema/shape.ts';
import { findHome } from './find-home.ts';
import type { Guess } from './guess-key.ts';

const NAME_PARTS = ['firstname', 'givenname', 'middlename', 'lastname', 'surname', 'familyname'];
const NETWORKS = new Set(
  'github gitlab linkedin twitter x mastodon bluesky stackoverflow facebook instagram youtube xing orcid dribbble behance medium devto'.split(
    ' ',
  ),
);

/** Says that a key has another name here, or probably has. */
export function explainGuess(written: string, guess: Guess, isTaken: boolean): string {
  const [old, key] = [quoteValue(written), quoteValue(guess.key)];
  if (guess.kind === 'other-name') {
    return isTaken
      ? `${old} is called ${key} in JSON Resume, which is here already; keep one of them.`
      : `${old} is called ${key} in JSON Resume; rename it.`;
  }
  return isTaken
    ? `${old} is not a key here; did you mean ${key}, which is here already? Keep one of them.`
    : `${old} is not a key here; did you mean ${key}? Rename it.`;
}

/** Says what to do with a key that resembles none of this place. */
export function explainStranger(written: string, map: SourceMap, path: string): string {
  const key = quoteValue(written);
  if (/^(?:basics(?:\.profiles\[\d+\])?)?$/.test(path)) {
    if (isNamePart(written)) return `${key} is not a key here; write the whole name in basics.name${joinName(map)}.`;
    if (NETWORKS.has(foldKey(written))) {
      return `${key} is not a key here; write it as an entry of basics.profiles, with ${key} as its network.`;
    }
  }
  if (written === '<<') return '"<<" would copy keys from elsewhere, which is not read here; write the keys out.';
  const home = findHome(written);
  if (home !== undefined) return `${key} is not a key here; it belongs in ${home}.`;
  return `${key} is not a key here; remove it, or move it under meta, where any tool may keep keys of its own.`;
}

/** Tells whether a key holds a part of the person's name. */
export function isNamePart(written: string): boolean {
  return NAME_PARTS.includes(foldKey(written));
}

function joinName(map: SourceMap): string {
  const parts = NAME_PARTS.flatMap((part) =>
    map.entries.flatMap(({ key, value }) =>
      foldKey(key.value) === part && value.kind === 'text' ? [value.value] : [],
    ),
  );
  return parts.length > 1 ? `: ${quoteValue(parts.join(' '))}` : '';
}
