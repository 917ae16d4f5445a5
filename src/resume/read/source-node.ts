import { createError, type Diagnostic } from '../diagnostic.ts';

/** The document as it was written, whatever its format: every key and value with its place in the text. */
export type SourceNode = SourceText | SourceLiteral | SourceList | SourceMap;

/** Offsets into the text; quotes belong to the span. */
export type Span = { readonly start: number; readonly end: number };

export type SourceText = Span & { readonly kind: 'text'; readonly value: string };
type SourceLiteral =
  | (Span & { readonly kind: 'number'; readonly value: number })
  | (Span & { readonly kind: 'boolean'; readonly value: boolean })
  | SourceNull;
/** Nothing, as it was written; or the gap that an item left in its list. */
type SourceNull = Span & { readonly kind: 'null'; readonly value: null; readonly isGap?: true };
export type SourceList = Span & { readonly kind: 'list'; readonly items: readonly SourceNode[] };
export type SourceMap = Span & { readonly kind: 'map'; readonly entries: readonly SourceEntry[] };
export type SourceEntry = { readonly key: SourceText; readonly value: SourceNode };

/** What a reader made of the text; with syntax diagnostics the tree may be incomplete or absent. */
export type SourceDocument = {
  readonly root: SourceNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** Takes what is wrong with the syntax, and where. */
export type Report = (start: number, message: string) => void;

/** What a reader makes of a text that it does not read, and why. */
export function refuseText(start: number, message: string): SourceDocument {
  return { root: undefined, diagnostics: [createError('', start, message)] };
}

/** Values nested deeper than this are refused, so that no reader runs out of stack. */
export const maxDepth = 64;
export const tooDeep = `Here are more than ${maxDepth} levels, one inside the other; a résumé needs five.`;

/** A long résumé has 5,000 signs, keys and values; this many are on a page in less than one second. */
export const maxLexemes = 150_000;
export const tooMany = 'Here are more keys and values than any résumé has; keep other data in public/.';
