import { quoteValue } from '../quote-value.ts';
import type { SourceList, SourceMap, SourceNode } from '../read/source-node.ts';
import type { TextShape } from '../schema/shape.ts';
import { type Context, note } from './context.ts';
import { explainKind } from './explain.ts';
import { readLiteral, readText } from './read-text.ts';
import { isEmpty, listTexts } from './texts.ts';

/** Reads a text, and what was written in its place: a list of texts, or a group with one that matters. */
export function readAsText(node: SourceNode, shape: TextShape, path: string, context: Context): unknown {
  if (node.kind === 'list') return readListAsText(node, shape, path, context);
  if (node.kind === 'map') return readGroupAsText(node, shape, path, context);
  const read = node.kind === 'text' ? readText(node, shape, path, context) : readLiteral(node, shape, path, context);
  return read?.key === undefined ? read?.value : { movedTo: read.key, value: read.value };
}

function readListAsText(node: SourceList, shape: TextShape, path: string, context: Context): unknown {
  const items = node.items.filter((item) => !isEmpty(item));
  const [first, ...others] = items;
  if (first === undefined) return undefined;
  if (shape.form === 'token') {
    note(node, path, explainKind(node, shape, 'the first is read, so write that one alone'), context);
    for (const other of others)
      note(other, path, 'Only the first of this list is read; the page leaves this one out.', context);
    return readAsText(first, shape, path, context);
  }
  const isProse = shape.form === 'prose';
  note(
    node,
    path,
    explainKind(node, shape, `it is read as ${isProse ? 'paragraphs' : 'one line with commas'}, so write it so`),
    context,
  );
  const texts = items.map((item, index) => readAsText(item, shape, `${path}[${index}]`, context));
  return texts.filter((text) => typeof text === 'string').join(isProse ? '\n\n' : ', ') || undefined;
}

const MAIN_KEYS = ['text', 'value', 'content', 'name', 'title', 'label', 'summary', 'description'];
const MAIN_TOKENS = ['url', 'href', 'link', 'uri', 'date', 'value', 'address', 'email'];

/** A group with one text that matters is read as that; else every text of it is. */
function readGroupAsText(node: SourceMap, shape: TextShape, path: string, context: Context): unknown {
  const names = shape.form === 'token' ? MAIN_TOKENS : MAIN_KEYS;
  const filled = node.entries.filter(({ value }) => !isEmpty(value));
  const main = names
    .map((name) => filled.find(({ key, value }) => key.value === name && value.kind === 'text'))
    .find((entry) => entry !== undefined);
  if (main === undefined) {
    if (shape.form === 'token') {
      note(node, path, explainKind(node, shape, 'write one text; until then the page leaves it out'), context);
      return undefined;
    }
    note(node, path, explainKind(node, shape, 'its texts are read one after the other, so write them so'), context);
    const value = listTexts(node).join(shape.form === 'prose' ? '\n\n' : ', ');
    return readText({ kind: 'text', value, start: node.start, end: node.end }, shape, path, {
      ...context,
      report: dropFix(context),
    })?.value;
  }
  const others = filled.filter((entry) => entry !== main).map(({ key }) => quoteValue(key.value));
  const lost = others.length === 0 ? '' : `, and the page leaves ${others.slice(0, 5).join(', ')} out`;
  note(
    node,
    path,
    explainKind(node, shape, `only its ${quoteValue(main.key.value)} is read${lost}; write that text alone`),
    context,
  );
  return readAsText(main.value, shape, path, context);
}

// What was put together from several texts stands nowhere in the file, so there is nothing to replace.
function dropFix({ report }: Context): Context['report'] {
  return ({ fix: _, ...diagnostic }) => report(diagnostic);
}
