import { createError, type Diagnostic, keepFirstOfLine } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';
import { type JsonToken, scanJson } from './scan-json.ts';
import {
  maxDepth,
  maxLexemes,
  type Report,
  refuseText,
  type SourceDocument,
  type SourceEntry,
  type SourceNode,
  tooDeep,
  tooMany,
} from './source-node.ts';

const closers = { '{': '}', '[': ']' } as const;
type Opener = keyof typeof closers;

/** A text while it is read. */
type Reading = {
  /** The last is the end of the text. */
  readonly tokens: readonly JsonToken[];
  /** How many tokens are taken. */
  taken: number;
  /** The brackets that are not closed yet. */
  readonly openers: Opener[];
  /** Where the first bracket stands that is deeper than any of a résumé. */
  deepest?: number;
  readonly report: Report;
};

/**
 * Reads JSON with comments and trailing commas. After a mistake it goes on where that makes sense, so that several show
 * at once; what it then read is not to be trusted.
 */
export function readJson(text: string): SourceDocument {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (start, message) => void diagnostics.push(createError('', start, message));
  const tokens = scanJson(text, report);
  const { [maxLexemes]: tooLate } = tokens;
  if (tooLate !== undefined) return refuseText(tooLate.start, tooMany);
  if (tokens.length === 0) return { root: undefined, diagnostics };
  const end: JsonToken = { kind: 'end', value: '', start: text.length, end: text.length };
  const reading: Reading = { tokens: [...tokens, end], taken: 0, openers: [], report };
  const root = readValue(reading);
  if (reading.deepest !== undefined) return refuseText(reading.deepest, tooDeep);
  const { kind, start } = peek(reading);
  if (kind !== 'end') report(start, 'The résumé has ended before this; remove it.');
  return { root, diagnostics: keepFirstOfLine(diagnostics, text) };
}

function peek({ tokens, taken }: Reading): JsonToken {
  return tokens[taken] ?? (tokens.at(-1) as JsonToken);
}

function take(reading: Reading): JsonToken {
  const token = peek(reading);
  reading.taken += 1;
  return token;
}

function readValue(reading: Reading): SourceNode {
  const { kind, start, end, value } = peek(reading);
  if (kind === '{') return readMap(reading);
  if (kind === '[') return readList(reading);
  if (kind === 'text' || kind === 'word') {
    take(reading);
    return kind === 'text' ? { kind, value, start, end } : readWord(value, start, end, reading.report);
  }
  reading.report(start, 'A value is missing here; write one, such as "".');
  return { kind: 'null', value: null, start, end };
}

function readMap(reading: Reading): SourceNode {
  const { start } = peek(reading);
  const entries: SourceEntry[] = [];
  const end = readItems('{', reading, () => entries.push(...readEntry(reading)));
  return { kind: 'map', entries, start, end };
}

/** Reads a key and its value; nothing where there is no key. */
function readEntry(reading: Reading): readonly SourceEntry[] {
  const { report } = reading;
  const { kind, value, start, end } = peek(reading);
  if (kind !== 'text' && kind !== 'word') {
    report(start, 'A key in double quotes belongs here, and a colon after it.');
    if (kind === ':') take(reading);
    else readValue(reading);
    return [];
  }
  take(reading);
  if (kind === 'word') report(start, `A key needs double quotes in JSON: ${quoteValue(value)}.`);
  if (peek(reading).kind === ':') take(reading);
  else report(end, 'A colon is missing after this key.');
  return [{ key: { kind: 'text', value, start, end }, value: readValue(reading) }];
}

function readList(reading: Reading): SourceNode {
  const { start } = peek(reading);
  const items: SourceNode[] = [];
  const end = readItems('[', reading, () => items.push(readValue(reading)));
  return { kind: 'list', items, start, end };
}

/** Reads what stands between brackets with commas between; gives the end of it. */
function readItems(opener: Opener, reading: Reading, readItem: () => void): number {
  const { tokens, openers, report } = reading;
  const { start } = take(reading);
  openers.push(opener);
  for (;;) {
    if (openers.length > maxDepth) {
      reading.deepest ??= start;
      reading.taken = tokens.length;
    }
    const token = peek(reading);
    if (token.kind === '}' || token.kind === ']' || token.kind === 'end') return closeItems(opener, start, reading);
    if (token.kind !== ',') readItem();
    else report(token.start, 'There is no value before this comma; write one, or remove the comma.');
    const { kind } = peek(reading);
    if (kind === ',') take(reading);
    else if (kind === ':') report(take(reading).start, 'A colon belongs after a key in { and }; remove it here.');
    else if (/^(?:[{[]|text|word)$/.test(kind))
      report(tokens[reading.taken - 1]?.end ?? 0, 'A comma is missing here, before what follows.');
  }
}

function closeItems(opener: Opener, start: number, reading: Reading): number {
  const { openers, report } = reading;
  openers.pop();
  const { kind, start: at, end } = peek(reading);
  const isOthers = kind !== closers[opener] && openers.some((other) => closers[other] === kind);
  if (kind === 'end' || isOthers) {
    report(start, `This ${opener} is never closed; write ${closers[opener]} after its last value.`);
    return at;
  }
  if (kind !== closers[opener]) report(at, `This ${kind} closes a ${opener}; write ${closers[opener]}.`);
  take(reading);
  return end;
}

function readWord(word: string, start: number, end: number, report: Report): SourceNode {
  if (word === 'null') return { kind: 'null', value: null, start, end };
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', start, end };
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(word);
  if (isNumber && Number.isFinite(Number(word))) return { kind: 'number', value: Number(word), start, end };
  report(start, `Text needs double quotes in JSON: ${quoteValue(word)}.`);
  return { kind: 'text', value: word, start, end };
}
