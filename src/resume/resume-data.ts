import type { SourceNode } from './read/source-node.ts';

/** Plain JSON data. */
export type ResumeData =
  | string
  | number
  | boolean
  | null
  | readonly ResumeData[]
  | { readonly [key: string]: ResumeData };

/** Parts of every JavaScript object: data under such a name would harm some program that reads it. */
export const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The data as it was written, without gaps and without what stands under reserved names. */
export function toResumeData(node: SourceNode): ResumeData {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(
        node.entries
          .filter(({ key }) => !reservedNames.has(key.value))
          .map(({ key, value }) => [key.value, toResumeData(value)]),
      );
    case 'list':
      return node.items.filter((item) => !('isGap' in item)).map(toResumeData);
    default:
      return node.value;
  }
}
