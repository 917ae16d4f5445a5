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
