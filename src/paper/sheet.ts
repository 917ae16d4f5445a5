import type { Phrase, RichText } from '#site';

/** A text that may lead somewhere. */
export type SheetLink = { readonly text: string; readonly url?: string };

/** A résumé as resume.typ draws it: every word in order, each link with the address that stands for it. Plain data. */
export type Sheet = {
  /** A BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The document's title, as a reader's window shows it. */
  readonly title: string;
  readonly name: string;
  readonly label?: string;
  /** `YYYY-MM-DD`; the document has no date without it. */
  readonly date?: string;
  /** As `#rrggbb`. */
  readonly accent: string;
  /** What stands between a label and what it is about. */
  readonly colon: string;
  readonly summary: SheetText;
  readonly contact: readonly SheetContact[];
  readonly sections: readonly SheetSection[];
};

export type SheetContact = SheetLink & {
  readonly network?: string;
  /** Whether it reads from left to right in every language. */
  readonly isLtr: boolean;
  readonly address?: SheetLink;
};

export type SheetSection = {
  readonly heading: Phrase;
  /**
   * - `entries`: a title with all that belongs to it
   * - `list`: the same, closer together
   * - `terms`: a name and what belongs to it in one line
   * - `row`: names side by side, each with a word or two
   * - `quotes`: what somebody says
   */
  readonly form: 'entries' | 'list' | 'terms' | 'row' | 'quotes';
  readonly entries: readonly SheetEntry[];
};

export type SheetEntry = {
  readonly title?: SheetLink;
  readonly level?: string;
  readonly when: readonly Phrase[];
  /** Employer, place, address: the parts of one line. */
  readonly at: readonly (SheetLink & { readonly isLtr: boolean })[];
  readonly about: SheetText;
  readonly text: SheetText;
  readonly points: readonly SheetText[];
  readonly details: readonly { readonly label: Phrase; readonly value: string }[];
  readonly keywords: readonly string[];
  readonly roles: readonly SheetEntry[];
  /** Whether its text and points may go on on the next sheet. */
  readonly isLong: boolean;
};

/** Blocks of text; `addresses` are those of a paragraph's links, to stand at its end. A long one may go on on the next sheet. */
export type SheetText = readonly (
  | (Extract<RichText[number], { readonly kind: 'paragraph' }> & {
      readonly addresses: readonly SheetLink[];
      readonly isLong: boolean;
    })
  | (Omit<Extract<RichText[number], { readonly kind: 'list' }>, 'items'> & { readonly items: readonly SheetText[] })
)[];
