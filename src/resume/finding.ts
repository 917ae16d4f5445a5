/** A problem as the checks see it: still an offset into the text, with the one edit that mends it where there is just one. */
export type Finding = {
  readonly path: string;
  readonly start: number;
  readonly message: string;
  readonly fix?: Fix;
};

/** Replaces the text from `start` up to `end`; `done` says so afterwards. */
export type Fix = { readonly start: number; readonly end: number; readonly text: string; readonly done: string };

/** What is wrong with one text, and what it must be `instead` where only one thing can be meant. */
export type Flaw = { readonly message: string; readonly instead?: string };
