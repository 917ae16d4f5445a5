import type { YAMLParseError } from 'yaml';
import { type Diagnostic, keepFirstOfLine } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';
import type { SourceNode } from './source-node.ts';

/** What the parser met: its message, the offset, and the text from there to the end of the line. */
type Fault = {
  readonly message: string;
  readonly start: number;
  readonly rest: string;
  readonly text: string;
  /** Every list and group, by where it starts. */
  readonly listGroups: () => readonly SourceNode[];
};

type Explained = string | { readonly start: number; readonly message: string };

/** As many are looked at: a file that is not YAML at all can have one for each of its characters. */
export const maxErrors = 200;

export const badEscape = 'This backslash means nothing in double quotes; write two for one, or use single quotes.';

export const missingValue = 'There is no value before this comma; write one, or remove the comma.';

const indentAlike = 'give all keys or items of one group the same indentation';

/** The first rule whose pattern the parser's message matches explains it. */
const rules: readonly (readonly [RegExp, Explained | ((fault: Fault) => Explained)])[] = [
  [/Tabs are not allowed/, 'This line is indented with a tab; YAML needs spaces, two for each level.'],
  [/Implicit keys need to be on a single line/, explainMissingColon],
  [/Nested mappings/, explainNestedKey],
  [/All mapping items|Sequence item without/, explainOtherColumn],
  [/All sequence items/, `This "- " starts in another column than the items beside it; ${indentAlike}.`],
  [/A block sequence may not/, 'A list item starts where a key is expected; check the indentation of its "- ".'],
  [/Missing closing/, explainOpenQuote],
  [/Flow (?:map|sequence) /, explainOpenBracket],
  [/Unexpected (?:,|empty item) /, missingValue],
  [/Missing space after :/, 'A space is missing after this colon.'],
  [
    /Missing , |Block collections are not allowed|flow sequence pair/,
    'A comma is missing between the values in brackets, or text with a colon in it needs quotes.',
  ],
  [
    /Plain value cannot start|Block collection cannot start/,
    ({ rest }) => `Text cannot start with ${rest[0]}; put it in quotes: ${quoteValue(rest)}.`,
  ],
  [/Invalid escape/, badEscape],
  [/Comments must be separated/, 'A space is missing before this "#"; if it is text, put the whole value in quotes.'],
  [/Implicit map keys need/, 'A colon is missing after this key; write a key, a colon, a space and its value.'],
  [/Unexpected block-seq-ind/, 'A list cannot start on the line of its key; move this "- " to the next line.'],
  [/at node end$|in YAML stream/, explainStray],
  [
    /Block scalar header|more-indented/,
    'Only the text on the lines below "|" or ">" is read; start it there, indented.',
  ],
  [/1024/, 'This key is longer than 1,024 characters; if it is text with a colon in it, put it in quotes.'],
  [/stringKeys/, 'A key must be plain text; write a word and a colon.'],
  [/alias|anchor|tag/i, 'A value that starts with "&", "*" or "!" means something else to YAML; put text in quotes.'],
  [/directive/i, 'A line that starts with "%" gives orders to the reader, which a résumé does not need; remove it.'],
];

/** Says in plain words what is wrong with the syntax: one diagnostic for each line, at the place to mend. */
export function explainYamlErrors(
  errors: readonly YAMLParseError[],
  text: string,
  root: SourceNode | undefined,
): readonly Diagnostic[] {
  const seen = new Set<number>();
  const diagnostics: Diagnostic[] = [];
  let opening: number | undefined;
  let groups: readonly SourceNode[] | undefined;
  const listGroups = () => {
    groups ??= [...walkGroups(root)];
    return groups;
  };
  for (const { message, pos } of errors.slice(0, maxErrors)) {
    if (seen.has(pos[0])) continue;
    seen.add(pos[0]);
    const start = pos[0] + text.slice(pos[0], pos[0] + 200).search(/[^ ]|$/);
    const rule = rules.find(([pattern]) => pattern.test(message))?.[1] ?? unknownFault;
    const explained =
      typeof rule === 'function' ? rule({ message, start, rest: readLine(text, start), text, listGroups }) : rule;
    const place = typeof explained === 'string' ? { start, message: explained } : explained;
    // Whatever is around a bracket that is never closed does not end either, nor does what follows belong to anything.
    if (opening !== undefined && (rule === explainStray || (rule === explainOpenBracket && place.start < opening)))
      continue;
    if (rule === explainOpenBracket) opening = place.start;
    diagnostics.push({ severity: 'error', path: '', ...place });
  }
  return keepFirstOfLine(diagnostics, text);
}

const unknownFault = 'This is not valid YAML; check the quotes, colons and indentation of this line.';

function explainMissingColon({ rest }: Fault): Explained {
  const spaced = rest.replace(/^([^\s:]+):(?=\S)/, '$1: ');
  if (spaced !== rest) return `A space is missing after the colon; write ${quoteValue(spaced)}.`;
  if (rest.startsWith('- ')) return `This "- " starts in another column than the items above it; ${indentAlike}.`;
  return 'A colon is missing in this line; write a key, a colon, a space and its value.';
}

function explainNestedKey({ rest, start, text }: Fault): Explained {
  if (/:(?:\s|$)/.test(rest)) return `Text with a colon and a space in it needs quotes: ${quoteValue(rest)}.`;
  const next = /\n\s*/.exec(text.slice(start));
  return {
    start: next === null ? start : start + next.index + next[0].length,
    message: `This line is indented deeper than the keys beside it; ${indentAlike}.`,
  };
}

function explainOtherColumn({ rest }: Fault): Explained {
  if (/^-\S/.test(rest)) return `A space is missing after the hyphen; write ${quoteValue(`- ${rest.slice(1)}`)}.`;
  return `This line starts in another column than the lines it belongs to; ${indentAlike}.`;
}

function explainOpenQuote({ message, start, text }: Fault): Explained {
  const quote = message.includes('"') ? '"' : "'";
  return {
    start: text.lastIndexOf(quote, start - 1),
    message: `This quote is never closed; write ${quote} at the end of the text.`,
  };
}

function explainOpenBracket({ message, start, listGroups }: Fault): Explained {
  const [open, close] = message.startsWith('Flow map') ? ['{', '}'] : ['[', ']'];
  const kind = open === '{' ? 'map' : 'list';
  const opening = listGroups().findLast((node) => node.kind === kind && node.end <= start);
  return {
    start: opening?.start ?? start,
    message: `This ${open} is never closed; write ${close} after its last value.`,
  };
}

function explainStray({ rest, start, text }: Fault): Explained {
  if (/^[\]}]/.test(rest)) return `This ${rest[0]} closes nothing; remove it.`;
  if (text[start - 1] === "'") return 'The text before this has ended; write an apostrophe inside single quotes twice.';
  if (text[start - 1] === '"') return 'The text before this has ended; write \\" for a quote inside double quotes.';
  return 'This belongs to nothing before it; check the quotes and the indentation here and in the line above.';
}

function* walkGroups(node: SourceNode | undefined): Generator<SourceNode> {
  if (node?.kind !== 'list' && node?.kind !== 'map') return;
  yield node;
  if (node.kind === 'list') for (const item of node.items) yield* walkGroups(item);
  else for (const { value } of node.entries) yield* walkGroups(value);
}

function readLine(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end).trimEnd();
}
