import type { Diagnostic } from '../diagnostic.ts';
import type { Withheld } from './withhold.ts';

/** A diagnostic without private values: what is said of one is said in general, and dots stand for one in all else. */
export function concealIn(diagnostic: Diagnostic, { spans, conceal }: Withheld): Diagnostic {
  const { start, path, message, fix } = diagnostic;
  const isPrivate = spans.some((span) => span.start <= start && start < span.end);
  const done = isPrivate ? 'Mended a private value.' : fix && conceal(fix.done);
  return {
    ...diagnostic,
    path: conceal(path),
    message: isPrivate && fix ? 'This private value is not written as it must be.' : conceal(message),
    ...(fix && { fix: { edits: fix.edits, done: done ?? '' } }),
  };
}

/** What may be said of a text that cannot be read, and so does not tell what of it is private: nothing of what it says. */
export function concealBroken(
  body: string,
  diagnostics: readonly Diagnostic[],
): { readonly shown: string; readonly diagnostics: readonly Diagnostic[] } {
  if (!/(?:^|[\s{,"'])private["']?\s*:/im.test(body)) return { shown: body, diagnostics };
  const hide = (message: string) =>
    message.replaceAll(/"(?:[^"\\]|\\.)*"/g, (quoted) => (/[\p{L}\p{N}]{2}/u.test(quoted) ? '"•••"' : quoted));
  return { shown: '', diagnostics: diagnostics.map((one) => ({ ...one, message: hide(one.message) })) };
}
