import { createLocator } from './create-locator.ts';
import type { Diagnostic } from './diagnostic.ts';
import { spellOutControls } from './quote-value.ts';

/** One mistake in a résumé: where it stands and one sentence that says what is wrong and what to write instead. */
export type Problem = {
  /** An `error` leaves nothing sensible to show; with a `note` the page is made all the same. */
  readonly severity: 'error' | 'note';
  /** The value's place in the data, such as `work[0].startDate`; empty for the document as a whole. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units, as editors do. */
  readonly column: number;
  readonly message: string;
};

const maxProblems = 200;
const maxLength = 600;

/** Gives diagnostics their line and column: the first `most` of them, and a count of the others. */
export function toProblems(
  diagnostics: readonly Diagnostic[],
  body: string,
  most: number = maxProblems,
): readonly Problem[] {
  const locate = createLocator(body);
  const told = diagnostics.filter(({ severity }) => severity !== 'tidy');
  // What leaves no page is told first of all, wherever it stands.
  const shown = new Set([...told.filter(({ severity }) => severity === 'error'), ...told].slice(0, most));
  const problems = told.flatMap(({ severity, path, start, message }, index): Problem | [] =>
    shown.has(told[index] as Diagnostic)
      ? {
          severity: severity === 'error' ? 'error' : 'note',
          path: showText(path),
          ...locate(start),
          message: showText(message),
        }
      : [],
  );
  const rest = told.filter((diagnostic) => !shown.has(diagnostic));
  const [first] = rest;
  if (first === undefined) return problems;
  const severity = rest.some((diagnostic) => diagnostic.severity === 'error') ? 'error' : 'note';
  const message = `And ${rest.length.toLocaleString('en')} more from here on; mend those above, and the next will show.`;
  return [...problems, { severity, path: '', ...locate(first.start), message }];
}

/** A remedy may be as long as what it mends; its beginning and its end tell enough. What would steer a terminal is spelled out. */
function showText(text: string): string {
  const half = maxLength / 2;
  const shown = text.length <= maxLength ? text : `${text.slice(0, half)}…${text.slice(-half)}`;
  return spellOutControls(shown.toWellFormed());
}
