import type { Fix } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';
import type { SourceNode, SourceText } from '../read/source-node.ts';
import type { TextShape } from '../schema/shape.ts';
import type { Context } from './context.ts';
import { replaceText } from './edit-text.ts';
import { explainKind } from './explain.ts';
import { explainMissing } from './find-file.ts';
import { convertHtml, holdsHtml } from './html-to-markdown.ts';
import { cleanText, forbidden } from './texts.ts';

/** What became of a text: what the page has of it, and the key that it belongs to where that is another one. */
type ReadText = { readonly value: string; readonly key?: string } | undefined;

/** Reads one text: what can only be meant in one way is read so, the rest stays as it is or is left out, with a note. */
export function readText(node: SourceText, shape: TextShape, path: string, context: Context): ReadText {
  const note = (message: string, fix?: Fix) =>
    context.report({ severity: 'note', path, start: node.start, message, ...(fix && { fix }) });
  const mend = (value: string, done: string): Fix => ({ edits: [replaceText(context, node, value)], done });

  let value = removeControls(node, path, context).trim();
  if (value === '' || shape.isNothing(value)) return undefined;
  if (shape.form !== 'token' && holdsHtml(value)) {
    const isLine = shape.form === 'line';
    const converted = convertHtml(value, isLine);
    if (converted !== undefined) {
      const what = isLine ? 'plain text' : 'Markdown';
      note(
        `This text holds HTML; write ${what} in its place, as check --fix does.`,
        mend(converted, `Turned HTML into ${what}.`),
      );
      return { value: converted };
    }
  }
  const invalid = shape.check(value);
  if (invalid?.instead !== undefined) {
    const { message, instead } = invalid;
    note(message, mend(instead, `Wrote ${quoteValue(instead)} for ${quoteValue(value)}.`));
    value = instead;
  }
  if (invalid === undefined || invalid.instead !== undefined) {
    const missing = context.publicFiles && explainMissing(value, shape, context.publicFiles);
    if (missing === undefined) return { value: value.replaceAll('\r\n', '\n') };
    note(missing);
    return undefined;
  }
  const { message, isLeftOut } = invalid;
  const isShown = shape.otherwise !== 'left out' && isLeftOut !== true;
  note(message.replace(/\.$/, isShown ? '; until then it is shown as it is.' : '; until then the page leaves it out.'));
  if (!isShown) return undefined;
  value = value.replaceAll('\r\n', '\n');
  return typeof shape.otherwise === 'object' ? { value, key: shape.otherwise.key } : { value };
}

/** JSON has numbers and true, which a résumé never needs: in quotes they keep what was typed, such as 4.0. */
export function readLiteral(node: SourceNode, shape: TextShape, path: string, context: Context): ReadText {
  const written = context.text.slice(node.start, node.end);
  const quoted = quoteValue(written);
  context.report({
    severity: 'note',
    path,
    start: node.start,
    message: explainKind(node, shape, `write it in quotes: ${quoted}`),
    fix: {
      edits: [{ start: node.start, end: node.end, text: JSON.stringify(written) }],
      done: `Put ${quoted} in quotes.`,
    },
  });
  return readText({ kind: 'text', value: written, start: node.start, end: node.end }, shape, path, context);
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
