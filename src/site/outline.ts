import type { Locale, Phrase } from './locale.ts';
import type { Period } from './period.ts';
import type { Photo } from './photo.ts';
import type { RichText } from './rich-text.ts';
import type { Omitted } from './site.ts';

/**
 * What a résumé says on a page, in the order and the words in which it is said, before anybody decides how it looks: the
 * page on the web and the one on paper are both drawn from it. All dates, lists, addresses and headings are in the words of
 * the locale already; every link is safe to follow.
 */
export type Outline = {
  /** The language and the direction of all that has none of its own. */
  readonly locale: Locale;
  readonly name: string;
  /** The trade, under the name. */
  readonly label?: string | undefined;
  readonly photo?: Photo | undefined;
  readonly summary?: RichText | undefined;
  readonly contact: readonly ContactItem[];
  /** In the order of the page: those of the main column first, then those of the one aside. None is empty. */
  readonly sections: readonly Section[];
  /** When the résumé was changed last, as its file says. */
  readonly updated?: Period | undefined;
};

/** A way to reach the person. Its `text` reads from left to right in every page, `location` and `network` aside. */
export type ContactItem = {
  readonly kind: 'email' | 'phone' | 'url' | 'location' | 'profile';
  /** The network of a profile, to stand before the text. */
  readonly network?: string | undefined;
  readonly text?: string | undefined;
  /** Where it leads: `mailto:`, `tel:` or an address. */
  readonly url?: string | undefined;
};

export type Section = {
  /** The key in the résumé: `work`, or that of a section of the person's own, such as `talks`. */
  readonly key: string;
  readonly heading: Phrase;
  readonly side: 'main' | 'aside';
  /**
   * How much there is to say of each entry:
   * - `entries`: a title with all that belongs to it
   * - `list`: a long list, a line or two each, in groups
   * - `pairs`: a title and a word or two about it (`level`)
   * - `tags`: titles alone
   * - `quotes`: what somebody (`title`) says (`text`)
   */
  readonly layout: 'entries' | 'list' | 'pairs' | 'tags' | 'quotes';
  /** One group, but for a long list with dates: that has a group for each year, and the undated ones last, without a heading. */
  readonly groups: readonly { readonly heading?: string | undefined; readonly entries: readonly Entry[] }[];
};

/** A text that may lead somewhere. */
export type Link = { readonly text: string; readonly url?: string | undefined };

/** One job, degree, talk or skill. Everything may be missing, though not all at once. */
export type Entry = {
  /** The position, the degree, the name; the employer's name where there are several `roles`. */
  readonly title?: Link | undefined;
  /** How well or how far, beside the title: of a skill or a language. */
  readonly level?: string | undefined;
  readonly period?: Period | undefined;
  /** Employer, institution, publisher: under the title, first in the line. */
  readonly subtitle?: Link | undefined;
  /** Where it was: in the same line. */
  readonly place?: string | undefined;
  /** What else is in that line: roles, kind, DOI, a referee's address. */
  readonly facts: readonly Link[];
  /** What the employer does, rather than the person. */
  readonly about?: RichText | undefined;
  readonly text?: RichText | undefined;
  readonly points: readonly RichText[];
  /** What has a label and no other place: courses, a score, keys of the person's own. */
  readonly details: readonly { readonly label: Phrase; readonly value: string }[];
  readonly keywords: readonly string[];
  /** Positions at one employer, the latest first as they were written; their titles are one level below this one's. */
  readonly roles: readonly Entry[];
};

/** An outline with what the résumé holds and the outline does not, each with the reason. */
export type OutlinedResume = { readonly outline: Outline; readonly omitted: readonly Omitted[] };
