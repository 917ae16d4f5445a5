import { keepLines } from './keep-lines.ts';
import { keepOrder } from './keep-order.ts';
import { displayUrl, type ResolveLink } from './links.ts';
import type { Locale } from './locale.ts';
import type { Entry, Link } from './outline.ts';
import { createTextReader, type RichText } from './rich-text.ts';
import type { Omitted } from './site.ts';

/** What turns the values of a résumé into those of an outline; `path` is a value's place, for what has to be omitted. */
export type OutlineWriter = {
  readonly locale: Locale;
  readonly omit: (omitted: Omitted) => void;
  /** A name that leads somewhere, or just the name; an address without a name stands for itself. */
  readonly link: (text: string | undefined, url: string | undefined, path: string) => Link | undefined;
  readonly text: (text: string | undefined, path: string) => RichText | undefined;
  readonly points: (items: readonly string[] | undefined, path: string) => readonly RichText[];
};

type Links = {
  readonly resolve: ResolveLink;
  /** Why an address cannot be followed. */
  readonly explain: (url: string) => string;
  readonly omit: (omitted: Omitted) => void;
};

export function createOutlineWriter(locale: Locale, { resolve: resolveLink, explain, omit }: Links): OutlineWriter {
  const readText = createTextReader();
  const resolve = (path: string) => (url: string) => {
    const resolved = resolveLink(url);
    if (!resolved) omit({ path, value: url, why: explain(url) });
    return resolved;
  };
  const order = (text: RichText) => (locale.direction === 'rtl' ? keepOrder(text) : text);
  const text = (value: string, path: string) => order(readText(keepLines(value), resolve(path)));
  return {
    locale,
    omit,
    link: (name, url, path) => {
      const shown = name ?? (url && displayUrl(url));
      if (shown === undefined) return undefined;
      return { text: shown, url: url && resolve(path)(url) };
    },
    text: (value, path) => (value === undefined ? undefined : text(value, path)),
    points: (items = [], path) => items.flatMap((item, index) => splitPoints(text(item, `${path}[${index}]`))),
  };
}

// Who writes a dash before a point means the one that it has anyway.
function splitPoints(text: RichText): readonly RichText[] {
  const [only, ...more] = text;
  return only?.kind === 'list' && only.start === undefined && more.length === 0 ? only.items : [text];
}

/** An entry of what there is; `undefined` where that is nothing. */
export function createEntry(parts: { readonly [Key in keyof Entry]?: Entry[Key] | undefined }): Entry | undefined {
  const { facts = [], points = [], details = [], keywords = [], roles = [] } = parts;
  const isThere = (part: Entry[keyof Entry]) => (Array.isArray(part) ? part.length > 0 : part !== undefined);
  if (!Object.values(parts).some(isThere)) return undefined;
  return { ...parts, facts, points, details, keywords, roles };
}
