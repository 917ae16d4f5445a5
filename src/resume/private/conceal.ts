import { countFirst } from '../count-first.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Span } from '../read/source-node.ts';

/** What is private in a text: where it stands, in order and without overlaps, and a sentence with dots in its place. */
type Hidden = { readonly spans: readonly Span[]; readonly conceal: (sentence: string) => string };

/** A diagnostic without private values: what is said of one is said in general, and dots stand for one in all else. */
export function concealIn(diagnostic: Diagnostic, { spans, conceal }: Hidden): Diagnostic {
  const { path, message, fix } = diagnostic;
  const isPrivate = isWithin(diagnostic, spans);
  return {
    ...diagnostic,
    path: conceal(path),
    message: isPrivate ? 'This private value is not written as it must be.' : conceal(message),
    ...(fix && { fix: { edits: fix.edits, done: isPrivate ? 'Mended a private value.' : conceal(fix.done) } }),
  };
}

/** The same for what is said of privacy itself. */
export function concealOwn(diagnostic: Diagnostic, { spans, conceal }: Hidden): Diagnostic {
  const message = conceal(diagnostic.message);
  const isPrivate = isWithin(diagnostic, spans);
  return { ...diagnostic, path: conceal(diagnostic.path), message: isPrivate ? hideQuoted(message) : message };
}

function isWithin({ start }: Diagnostic, spans: Hidden['spans']): boolean {
  return start < (spans[countFirst(spans, (span) => span.start <= start) - 1]?.end ?? 0);
}

/** The same places in their order, where none has a part of another. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((one, two) => one.start - two.start)) {
    const before = merged.at(-1);
    if (before && span.start < before.end)
      merged[merged.length - 1] = { start: before.start, end: Math.max(before.end, span.end) };
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}

/** What may be said of a text that cannot be read, and so does not tell what of it is private: nothing of what it says. */
export function concealBroken(
  body: string,
  diagnostics: readonly Diagnostic[],
): { readonly shown: string; readonly diagnostics: readonly Diagnostic[] } {
  if (!/(?:^|[\s{,"'])private["']?\s*:/im.test(body)) return { shown: body, diagnostics };
  return { shown: '', diagnostics: diagnostics.map((one) => ({ ...one, message: hideQuoted(one.message) })) };
}

function hideQuoted(message: string): string {
  return message.replaceAll(/"(?:[^"\\]|\\.)*"/g, (quoted) => (/[\p{L}\p{N}]{2}/u.test(quoted) ? '"•••"' : quoted));
}
