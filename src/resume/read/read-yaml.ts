import { Composer, CST, type Document, isAlias, isMap, isScalar, isSeq, Lexer, type ParsedNode, Parser } from 'yaml';
import { createError, type Diagnostic } from '../diagnostic.ts';
import { badEscape, explainYamlErrors, maxErrors, missingValue } from './explain-yaml-errors.ts';
import {
  maxDepth,
  maxLexemes,
  type Report,
  type SourceDocument,
  type SourceEntry,
  type SourceNode,
  type SourceText,
  tooDeep,
  tooMany,
} from './source-node.ts';

/** The failsafe schema keeps every scalar as typed; keys are compared by our own checks, in linear time. */
const options = { schema: 'failsafe', uniqueKeys: false, stringKeys: true, prettyErrors: false } as const;

/** Reads YAML: every scalar is a text as typed, except that nothing, `~` and an unquoted `null` are null. */
export function readYaml(text: string): SourceDocument {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (start, message) => diagnostics.push(createError('', start, message));
  const composer = new Composer(options);
  const documents: Document.Parsed[] = [...composer.compose(readTokens(text, report), true, text.length)];
  if (diagnostics.length > 0) return { root: undefined, diagnostics };

  const [document, second] = documents;
  const root = document?.contents ? toSourceTree(document.contents, text, report) : undefined;
  const errors = documents.flatMap((part) => part.errors);
  if (errors.length > 0) return { root: undefined, diagnostics: explainYamlErrors(errors, text, root) };
  if (second !== undefined) {
    report(second.range[0], secondDocument);
  }
  return { root, diagnostics };
}

/** The lexer says with these, which are no part of the text, what comes next. */
const lexemeMarks: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR];

/** What is a mistake each time, and takes the library longer the more there is of it: after a few, the first is reported. */
const maxOdd = 20;

/** Stops before the composer, which recurses, meets more levels than any résumé has, or more of anything. */
function* readTokens(text: string, report: Report): Generator<CST.Token> {
  const parser = new Parser();
  const odd = createOddCounter(report);
  let offset = 0;
  let errors = 0;
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error') errors += 1;
      yield token;
    }
    lexemes += 1;
    if (errors > maxErrors || odd(lexeme, offset)) return;
    const bad = findOddEscapes(lexeme);
    if (bad !== undefined) {
      report(offset + bad, badEscape);
      return;
    }
    if (lexemes > maxLexemes) {
      report(offset, tooMany);
      return;
    }
    if (parser.stack.length > maxDepth) {
      report(offset, tooDeep);
      return;
    }
    if (!lexemeMarks.includes(lexeme)) offset += lexeme.length;
  }
  yield* parser.end();
}

/** Counts what no résumé needs once; tells, and reports the first, when there are too many of a kind. */
function createOddCounter(report: Report): (lexeme: string, offset: number) => boolean {
  const found = new Map<string, { readonly offset: number; count: number }>();
  let isContent = false;
  let before = '';
  return (lexeme, offset) => {
    const kind = isContent ? undefined : chooseKind(lexeme, before);
    if (!/^[ \t]*$/.test(lexeme)) before = isContent ? CST.SCALAR : lexeme;
    isContent = lexeme === CST.SCALAR;
    if (kind === undefined) return false;
    const first = found.get(kind) ?? { offset, count: 0 };
    found.set(kind, first);
    first.count += 1;
    if (first.count <= maxOdd) return false;
    report(first.offset, kind);
    return true;
  };
}

/** The sentence about a lexeme that is odd after the one before it, or nothing. */
function chooseKind(lexeme: string, before: string): string | undefined {
  if (/^[&!*]/.test(lexeme)) return explainMark(lexeme[0] ?? '');
  if (lexeme.startsWith('%'))
    return 'A line that starts with "%" gives orders to the reader, which a résumé does not need; remove it.';
  if (lexeme === '---' || lexeme === '...') return secondDocument;
  if (lexeme === ',') return /^[,[{]$/.test(before) ? missingValue : undefined;
  return /^["']/.test(lexeme) && (before === CST.SCALAR || /^["']/.test(before))
    ? 'The text before this has ended; check the quotes in this line.'
    : undefined;
}

/** The first escape in double quotes that means nothing, where there are too many. */
function findOddEscapes(lexeme: string): number | undefined {
  if (!lexeme.startsWith('"')) return undefined;
  let first: number | undefined;
  let count = 0;
  for (const { index, 1: code = '' } of lexeme.matchAll(escapePattern)) {
    if (code.length > 1 || plainEscapes.includes(code)) continue;
    first ??= index;
    count += 1;
    if (count > maxOdd) return first;
  }
  return undefined;
}

const escapePattern = /\\(x[\da-f]{2}|u[\da-f]{4}|U(?:0010|000[\da-f])[\da-f]{4}|[\s\S])/gi;
const plainEscapes = '0abtnvfreNLP_ "/\\\t\n\r';

const secondDocument = 'A second document starts here, but a résumé is one; remove this line or what follows it.';

function explainMark(mark: string): string {
  return `A value that starts with "${mark}" means more than text to YAML, which is not read here; put text in quotes.`;
}

/** Turns the library's tree into ours, and reports the marks of YAML that a résumé, being plain data, does without. */
function toSourceTree(contents: ParsedNode, text: string, report: Report): SourceNode {
  const reportMarks = (node: ParsedNode) => {
    const [start] = node.range;
    const isMarked = isAlias(node) || node.tag !== undefined || node.anchor !== undefined;
    if (!isMarked) return;
    const marks = /(?:[!&][^\s!&]*\s*)*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
    const mark = marks[0] ?? (isAlias(node) ? '*' : '!');
    report(start - marks.length, explainMark(mark));
  };

  const toNode = (node: ParsedNode): SourceNode => {
    const [start, end] = node.range;
    reportMarks(node);
    if (isMap(node)) return { kind: 'map', entries: node.items.map(toEntry), start, end };
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => toNode(item as ParsedNode)), start, end };
    const isNull = isAlias(node) || (node.type === 'PLAIN' && /^(?:~|null|Null|NULL)?$/.test(String(node.value)));
    return isNull ? { kind: 'null', value: null, start, end } : { kind: 'text', value: String(node.value), start, end };
  };

  const toEntry = ({ key, value }: { readonly key: ParsedNode; readonly value: ParsedNode | null }): SourceEntry => {
    const [start, end] = key.range;
    reportMarks(key);
    const name: SourceText = { kind: 'text', value: isScalar(key) ? String(key.value) : '', start, end };
    return { key: name, value: value === null ? { kind: 'null', value: null, start: end, end } : toNode(value) };
  };

  return toNode(contents);
}
