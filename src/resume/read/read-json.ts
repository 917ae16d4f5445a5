import { type Diagnostic, keepFirstOfLine } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';
import { type JsonToken, scanJson } from './scan-json.ts';
import {
  maxDepth,
  maxLexemes,
  type SourceDocument,
  type SourceEntry,
  type SourceNode,
  tooMany,
} from './source-node.ts';

const closers = { '{': '}', '[': ']' } as const;
type Opener = keyof typeof closers;

/**
 * Reads JSON with comments and trailing commas. After a mistake it goes on where that makes sense, so that several show
 * at once; what it then read is not to be trusted.
 */
export function readJson(text: string): SourceDocument {
  const diagnostics: Diagnostic[] = [];
  const openers: Opener[] = [];
  let isTooDeep = false;
  const report = (start: number, message: string) => {
    if (!isTooDeep) diagnostics.push({ severity: 'error', path: '', start, message });
  };
  const tokens = scanJson(text, report);
  const { [maxLexemes]: last } = tokens;
  if (last !== undefined) {
    const diagnostic = { severity: 'error', path: '', start: last.start, message: tooMany } as const;
    return { root: undefined, diagnostics: [diagnostic] };
  }
  const finish: JsonToken = { kind: 'end', value: '', start: text.length, end: text.length };
  let index = 0;

  const peek = (): JsonToken => tokens[index] ?? finish;
  const take = (): JsonToken => {
    const token = peek();
    index += 1;
    return token;
  };

  const readValue = (): SourceNode => {
    const { kind, start, end, value } = peek();
    if (kind === '{') return readMap();
    if (kind === '[') return readList();
    if (kind === 'text' || kind === 'word') {
      take();
      return kind === 'text' ? { kind, value, start, end } : readWord(value, start, end, report);
    }
    report(start, 'A value is missing here; write one, such as "".');
    return { kind: 'null', value: null, start, end };
  };

  const readMap = (): SourceNode => {
    const { start } = peek();
    const entries: SourceEntry[] = [];
    const end = readItems('{', () => {
      const { kind, value, start, end } = peek();
      if (kind === 'text' || kind === 'word') {
        take();
        if (kind === 'word') report(start, `A key needs double quotes in JSON: ${quoteValue(value)}.`);
        const hasColon = peek().kind === ':';
        if (hasColon) take();
        else report(end, 'A colon is missing after this key.');
        entries.push({ key: { kind: 'text', value, start, end }, value: readValue() });
      } else {
        report(start, 'A key in double quotes belongs here, and a colon after it.');
        if (kind === ':') take();
        else readValue();
      }
    });
    return { kind: 'map', entries, start, end };
  };

  const readList = (): SourceNode => {
    const { start } = peek();
    const items: SourceNode[] = [];
    const end = readItems('[', () => items.push(readValue()));
    return { kind: 'list', items, start, end };
  };

  /** Reads what stands between brackets with commas between; gives the end of it. */
  const readItems = (opener: Opener, readItem: () => void): number => {
    const { start } = take();
    openers.push(opener);
    for (;;) {
      if (openers.length > maxDepth) stop(start);
      const token = peek();
      if (token.kind === '}' || token.kind === ']' || token.kind === 'end') return closeItems(opener, start);
      if (token.kind !== ',') readItem();
      else report(token.start, 'There is no value before this comma; write one, or remove the comma.');
      if (peek().kind === ',') take();
      else if (peek().kind === ':') report(take().start, 'A colon belongs after a key in { and }; remove it here.');
      else if (/^(?:[{[]|text|word)$/.test(peek().kind)) {
        report(tokens[index - 1]?.end ?? 0, 'A comma is missing here, before what follows.');
      }
    }
  };

  const closeItems = (opener: Opener, start: number): number => {
    openers.pop();
    const { kind, start: at, end } = peek();
    const isOthers = kind !== closers[opener] && openers.some((other) => closers[other] === kind);
    if (kind === 'end' || isOthers) {
      report(start, `This ${opener} is never closed; write ${closers[opener]} after its last value.`);
      return at;
    }
    if (kind !== closers[opener]) report(at, `This ${kind} closes a ${opener}; write ${closers[opener]}.`);
    take();
    return end;
  };

  const stop = (start: number) => {
    if (isTooDeep) return;
    diagnostics.length = 0;
    report(start, `Here are more than ${maxDepth} levels, one inside the other; a résumé needs five.`);
    isTooDeep = true;
    index = tokens.length;
  };

  if (peek().kind === 'end') return { root: undefined, diagnostics };
  const root = readValue();
  const { kind, start } = peek();
  if (kind !== 'end' && start > root.start) report(start, 'The résumé has ended before this; remove it.');
  return { root, diagnostics: keepFirstOfLine(diagnostics, text) };
}

function readWord(
  word: string,
  start: number,
  end: number,
  report: (start: number, message: string) => void,
): SourceNode {
  if (word === 'null') return { kind: 'null', value: null, start, end };
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', start, end };
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(word);
  if (isNumber && Number.isFinite(Number(word))) return { kind: 'number', value: Number(word), start, end };
  report(start, `Text needs double quotes in JSON: ${quoteValue(word)}.`);
  return { kind: 'text', value: word, start, end };
}
