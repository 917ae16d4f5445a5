import { type Html, html } from '#html';
import type { Locale } from './locale.ts';

/** The same page in a language, which may be the one that it is in. */
export type Alternate = {
  readonly locale: Pick<Locale, 'language' | 'direction'>;
  /** From the site's root. */
  readonly path: string;
  readonly isCurrent: boolean;
};

/** Renders the way to a page's other languages, each by the name that it has in itself; nothing for a page without. */
export function renderLanguages(alternates: readonly Alternate[], { labels, direction }: Locale): Html | undefined {
  if (alternates.length === 0) return undefined;
  const items = alternates.map(({ locale, path, isCurrent }) => {
    const { language } = locale;
    const turns = locale.direction !== direction && html` dir="${locale.direction}"`;
    const current = isCurrent && html` aria-current="page"`;
    return html`<li><a href="${path}" lang="${language}" hreflang="${language}"${turns}${current}>${nameInItself(language)}</a></li>`;
  });
  return html`<nav class="languages" aria-label="${labels.language.text}"><ul>${items}</ul></nav>`;
}

// As lists have names: with a capital, where the language has capitals for that. What else the tag may say (`-u-…`) has no name.
function nameInItself(language: string): string {
  const name =
    new Intl.DisplayNames([language], { type: 'language' }).of(new Intl.Locale(language).baseName) ?? language;
  const [first = '', ...rest] = name;
  return /\p{Script=Georgian}/u.test(first) ? name : first.toLocaleUpperCase(language) + rest.join('');
}

/** Lists a page's languages with their addresses, absolute where the site's is known; the first is for all who speak none of them. */
export function listAlternates(
  alternates: readonly Pick<Alternate, 'locale' | 'path'>[],
  origin = '',
): readonly { readonly language: string; readonly url: string }[] {
  const all = alternates.map(({ locale, path }) => ({ language: locale.language, url: `${origin}${path}` }));
  return all[0] ? [...all, { ...all[0], language: 'x-default' }] : [];
}
