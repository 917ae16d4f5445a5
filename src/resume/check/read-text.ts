import type { Fix } from '../diagnostic.ts';
import { holdsHtml, htmlToLine, htmlToMarkdown } from '../html-to-markdown.ts';
import { quoteValue } from '../quote-value.ts';
import type { SourceList, SourceMap, SourceNode, SourceText } from '../read/source-node.ts';
import type { FlagShape, TextShape } from '../schema/shape.ts';
import { type Context, note, withoutFixes } from './context.ts';
import { replaceText } from './edit-text.ts';
import { explainKind, kindNames } from './explain.ts';
import { explainMissingFile } from './find-file.ts';
import { checkName } from './section-names.ts';
import { cleanText, forbidden, isEmpty, listTexts } from './texts.ts';

/** Reads a text, and what was written in its place: a list of texts, or a group with one that matters. */
export function readText(node: SourceNode, shape: TextShape, path: string, context: Context): unknown {
  if (node.kind === 'list') return readListAsText(node, shape, path, context);
  if (node.kind === 'map') return readGroupAsText(node, shape, path, context);
  const read = node.kind === 'text' ? readOneText(node, shape, path, context) : readLiteral(node, shape, path, context);
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
    return readText(first, shape, path, context);
  }
  const isProse = shape.form === 'prose';
  note(
    node,
    path,
    explainKind(node, shape, `it is read as ${isProse ? 'paragraphs' : 'one line with commas'}, so write it so`),
    context,
  );
  const texts = items.map((item, index) => readText(item, shape, `${path}[${index}]`, context));
  return texts.filter((text) => typeof text === 'string').join(isProse ? '\n\n' : ', ') || undefined;
}

const mainKeys = ['text', 'value', 'content', 'name', 'title', 'label', 'summary', 'description'];
const mainTokens = ['url', 'href', 'link', 'uri', 'date', 'value', 'address', 'email'];

/** A group with one text that matters is read as that; else every text of it is. */
function readGroupAsText(node: SourceMap, shape: TextShape, path: string, context: Context): unknown {
  const names = shape.form === 'token' ? mainTokens : mainKeys;
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
    return readOneText({ kind: 'text', value, start: node.start, end: node.end }, shape, path, withoutFixes(context))
      ?.value;
  }
  const others = filled.filter((entry) => entry !== main).map(({ key }) => quoteValue(key.value));
  const lost = others.length === 0 ? '' : `, and the page leaves ${others.slice(0, 5).join(', ')} out`;
  note(
    node,
    path,
    explainKind(node, shape, `only its ${quoteValue(main.key.value)} is read${lost}; write that text alone`),
    context,
  );
  return readText(main.value, shape, path, context);
}

/** What became of a text: what the page has of it, and the key that it belongs to where that is another one. */
type ReadText = { readonly value: string; readonly key?: string } | undefined;

/** Reads one text: what can only be meant in one way is read so, the rest stays as it is or is left out, with a note. */
function readOneText(node: SourceText, shape: TextShape, path: string, context: Context): ReadText {
  const tell = (message: string, fix?: Fix) => note(node, path, message, context, fix);
  const mend = (value: string, done: string): Fix => ({ edits: [replaceText(context, node, value)], done });

  let value = removeControls(node, path, context).trim();
  if (value === '' || shape.isNothing(value)) return undefined;
  if (shape.form !== 'token' && holdsHtml(value)) {
    const isLine = shape.form === 'line';
    const converted = isLine ? htmlToLine(value) : htmlToMarkdown(value);
    // What spelled out HTML, such as "&lt;b&gt;", would be HTML after that.
    if (converted !== '' && !holdsHtml(converted)) {
      const what = isLine ? 'plain text' : 'Markdown';
      tell(
        `This text holds HTML; write ${what} in its place, as check --fix does.`,
        mend(converted, `Turned HTML into ${what}.`),
      );
      return { value: converted };
    }
  }
  const invalid = shape.isSection ? checkName(value, context.names.sections) : shape.check(value);
  if (invalid?.instead !== undefined) {
    const { message, instead } = invalid;
    tell(message, mend(instead, `Wrote ${quoteValue(instead)} for ${quoteValue(value)}.`));
    value = instead;
  }
  if (invalid === undefined || invalid.instead !== undefined) {
    const missing = explainMissingFile(value, shape, context);
    if (missing === undefined) return { value: value.replaceAll('\r\n', '\n') };
    tell(missing);
    return undefined;
  }
  const { message, isLeftOut } = invalid;
  const isShown = shape.otherwise !== 'left out' && isLeftOut !== true;
  const kept = shape.isSection ? 'it moves nothing' : 'it is shown as it is';
  tell(message.replace(/\.$/, `; until then ${isShown ? kept : 'the page leaves it out'}.`));
  if (!isShown) return undefined;
  value = value.replaceAll('\r\n', '\n');
  return typeof shape.otherwise === 'object' ? { value, key: shape.otherwise.key } : { value };
}

/** JSON has numbers and true, which a résumé never needs: in quotes they keep what was typed, such as 4.0. */
function readLiteral(node: SourceNode, shape: TextShape, path: string, context: Context): ReadText {
  const written = context.text.slice(node.start, node.end);
  const quoted = quoteValue(written);
  const edits = [{ start: node.start, end: node.end, text: JSON.stringify(written) }];
  const message = explainKind(node, shape, `write it in quotes: ${quoted}`);
  note(node, path, message, context, { edits, done: `Put ${quoted} in quotes.` });
  return readOneText({ kind: 'text', value: written, start: node.start, end: node.end }, shape, path, context);
}

/** Takes out what no web page can hold, and says so. */
function removeControls(node: SourceText, path: string, context: Context): string {
  const found = forbidden.exec(node.value);
  if (found === null) return node.value;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const written = context.text.slice(node.start, node.end).indexOf(found[0]);
  const what = /\p{Cs}/u.test(found[0]) ? 'half of a character' : 'an invisible control character';
  const clean = cleanText(node.value);
  context.report({
    severity: 'note',
    path,
    start: node.start + Math.max(written, 0),
    message: `U+${code} is ${what}, which no web page can hold; remove it.`,
    fix: { edits: [replaceText(context, node, clean)], done: `Removed U+${code}.` },
  });
  return clean;
}

/** Reads true or false; a group says more than true. */
export function readFlag(node: SourceNode, shape: FlagShape, path: string, context: Context): unknown {
  if (node.kind === 'boolean') return node.value;
  if (node.kind === 'map' && shape.map) return context.read(node, shape.map, path);
  const word = node.kind === 'text' ? node.value.trim().toLowerCase() : '';
  if (/^(?:true|yes|on)$/.test(word)) return true;
  if (/^(?:false|no|off)$/.test(word)) return false;
  const shown = node.kind === 'text' ? quoteValue(node.value) : kindNames[node.kind];
  note(node, path, `This is ${shown}, but true or false belongs here; write one of them.`, context);
  return undefined;
}
