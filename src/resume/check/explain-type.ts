import { quoteValue } from '../quote-value.ts';
import type { ResumeFormat } from '../read/read-document.ts';
import type { SourceNode } from '../read/source-node.ts';
import type { Shape } from '../schema/shape.ts';

const NAMES = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  map: 'a group of keys',
  null: 'nothing',
} as const;

/** Says that a value is of another kind than its place asks for, and how to write the right one. */
export function explainType(node: SourceNode, shape: Shape, format: ResumeFormat): string {
  return `This is ${NAMES[node.kind]}, but ${NAMES[shape.kind]} belongs here; ${suggestForm(node, shape, format)}.`;
}

function suggestForm(node: SourceNode, shape: Shape, format: ResumeFormat): string {
  const isJson = format === 'json';
  switch (shape.kind) {
    case 'text':
      if (node.kind === 'list') return 'join its items into one text';
      return node.kind === 'map' ? 'write one text' : 'write it in quotes';
    case 'list': {
      if (node.kind === 'map') {
        return isJson ? 'put [ and ] around the group' : 'put "- " before its first key and indent the others as deep';
      }
      const item = showItem(node, shape.item, isJson);
      return isJson ? `write [${item}]` : `write it on a line of its own below the key, as - ${item}`;
    }
    case 'map':
      if (node.kind === 'list') return isJson ? 'write { and } with keys' : 'write keys without "- " before them';
      return `write ${showItem(node, shape, isJson)}`;
  }
}

/** People write `- JavaScript` for `- name: JavaScript`: an entry is mostly called by its first key. */
function showItem(node: SourceNode, shape: Shape, isJson: boolean): string {
  const written = 'value' in node ? String(node.value) : '';
  const value = quoteValue(written.split('\n')[0] ?? '');
  if (shape.kind !== 'map') return value;
  const isUrl = /^https?:/.test(written) && 'url' in shape.keys;
  const key = isUrl ? 'url' : (Object.keys(shape.keys)[0] ?? '');
  return isJson ? `{ "${key}": ${value} }` : `${key}: ${value}`;
}
