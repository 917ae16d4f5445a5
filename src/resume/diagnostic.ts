/**
 * What a check has to say, still with an offset into the text. An `error` and a `note` become problems; what is only `tidy`
 * is nothing to tell a person, but `--fix` does it.
 */
export type Diagnostic = {
  readonly severity: 'error' | 'note' | 'tidy';
  readonly path: string;
  readonly start: number;
  readonly message: string;
  readonly fix?: Fix;
};

/** Edits that belong together, and the sentence that says afterwards what was done. */
export type Fix = { readonly edits: readonly Edit[]; readonly done: string };

/** Replaces the text from `start` up to `end`. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** What is wrong with one text, and what it must be `instead` where only one thing can be meant. */
export type InvalidValue = {
  readonly message: string;
  readonly instead?: string;
  /** For what must not come near the page, such as an address that a browser would run. */
  readonly isLeftOut?: boolean;
};

export function createError(path: string, start: number, message: string): Diagnostic {
  return { severity: 'error', path, start, message };
}

const maxLines = 20;

/** Keeps the first diagnostic of each line, up to 20: what follows a mistake of syntax is mostly its consequence. */
export function keepFirstOfLine(diagnostics: readonly Diagnostic[], text: string): readonly Diagnostic[] {
  const kept: Diagnostic[] = [];
  let lineEnd = -1;
  for (const diagnostic of diagnostics.toSorted((one, two) => one.start - two.start)) {
    if (diagnostic.start <= lineEnd) continue;
    kept.push(diagnostic);
    lineEnd = text.indexOf('\n', diagnostic.start);
    if (lineEnd < 0 || kept.length === maxLines) break;
  }
  return kept;
}
