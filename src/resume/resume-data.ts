import type { SourceNode } from './read/source-node.ts';

/** Plain JSON data. */
export type ResumeData =
  | string
  | number
  | boolean
  | null
  | readonly ResumeData[]
  | { readonly [key: string]: ResumeData };

export function toResumeData(node: SourceNode): ResumeData {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, toResumeData(value)]));
    case 'list':
      return node.items.map(toResumeData);
    default:
      return node.value;
  }
}
