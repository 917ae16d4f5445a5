import type { Words } from './words.ts';

/** What every section needs besides its own data. */
export type Context = {
  readonly words: Words;
  /** Reports a value that the page does not show. */
  readonly leaveOut: (path: string, value: string, why: string) => void;
};
