import { quoteValue } from '../quote-value.ts';
import type { SourceNode } from '../read/source-node.ts';
import type { MapShape, Shape } from '../schema/shape.ts';

export const kindNames = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  map: 'a group of keys',
  flag: 'true or false',
  null: 'nothing',
} as const;

/** Says that a value is of another kind than its place asks for, and what comes of that. */
export function explainKind(node: SourceNode, shape: Shape, remedy: string): string {
  return `This is ${kindNames[node.kind]}, but ${kindNames[shape.kind]} belongs here; ${remedy}.`;
}

/** Says that a key has another name here. */
export function explainSlip(written: string, key: string): string {
  return `${quoteValue(written)} is not a key here; did you mean ${quoteValue(key)}? Rename it.`;
}

/** Says that a key probably has another name here, which is not enough to read it so. */
export function explainGuess(written: string, key: string): string {
  return explainSlip(written, key).replace(/\.$/, '; until then the page leaves it out.');
}

/** Says afterwards that a key got its name. */
export function explainRenamed(written: string, key: string): string {
  return `Renamed ${quoteValue(written)} to ${quoteValue(key)}.`;
}

/** Says what becomes of a key that resembles none of this place, and which key of the same group could take its text. */
export function explainStranger(written: string, shape: MapShape): string {
  const key = quoteValue(written);
  if (written === '<<') return '"<<" would copy keys from elsewhere, which is not read here; write the keys out.';
  const home = ['summary', 'description', 'reference', 'highlights'].find((name) => name in shape.keys);
  if (home === undefined)
    return `${key} is not a key here, and there is no other one for it, so the page leaves it out.`;
  return `${key} is not a key here, so the page leaves it out; what readers should see can stand in ${home}.`;
}
