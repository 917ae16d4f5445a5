import { type Html, html, trustedHtml } from '#html';
import { describePerson, type Links } from './json-ld.ts';
import type { Outline } from './outline.ts';
import { type Alternate, listAlternates } from './render-languages.ts';
import { joinWords } from './rich-text.ts';
import type { Edition } from './site.ts';

/** The addresses of what every page of the site loads. */
export type Essentials = {
  readonly stylesheet: string;
  readonly favicon: string;
  readonly touchIcon: string | undefined;
};

// The page as palette.css colors it, which a phone shows from edge to edge.
const themeColors = { light: '#fdfcfa', dark: '#171e1c' };

type Head = {
  readonly essentials: Essentials;
  readonly links: Links;
  /** The languages in which it may be found. */
  readonly alternates: readonly Alternate[];
  /** The site's own, where it is known. */
  readonly origin: string | undefined;
};

/**
 * What browsers, search engines and link previews read. What needs an absolute address is omitted without one; other languages
 * are named by their path then, which whoever reads the page can follow.
 */
export function renderHead(
  { prefix, resume, audience }: Edition,
  outline: Outline,
  { essentials, links, alternates, origin }: Head,
): Html {
  const { name, label, summary, locale } = outline;
  const title = label ? `${name} – ${label}` : name;
  const description = shorten(summary ? joinWords(summary) : title);
  return html`
    ${renderEssentials(title, essentials)}
    <meta name="description" content="${description}">
    ${audience !== undefined && html`<meta name="robots" content="noindex">`}
    ${links.page && html`<link rel="canonical" href="${links.page}">`}
    ${listAlternates(alternates, origin).map(
      ({ language, url }) => html`<link rel="alternate" hreflang="${language}" href="${url}">`,
    )}
    <link rel="alternate" type="application/json" href="/${prefix}resume.json">
    <meta property="og:type" content="profile">
    <meta property="og:title" content="${title}">
    <meta property="og:description" content="${description}">
    <meta property="og:locale" content="${writeLocale(locale)}">
    ${alternates
      .filter(({ isCurrent }) => !isCurrent)
      .map((one) => html`<meta property="og:locale:alternate" content="${writeLocale(one.locale)}">`)}
    ${links.page && html`<meta property="og:url" content="${links.page}">`}
    ${renderPicture(links, title)}
    <script type="application/ld+json">${trustedHtml(safeJson(describePerson(resume, outline, links)))}</script>`;
}

function writeLocale({ language }: Pick<Outline['locale'], 'language'>): string {
  return language.replace('-', '_');
}

// Networks show the card whole; a photo alone is a small square beside the words.
function renderPicture({ card, photo }: Links, title: string): Html {
  if (!card) {
    return html`${photo && html`<meta property="og:image" content="${photo}">`}<meta name="twitter:card" content="summary">`;
  }
  return html`
    <meta property="og:image" content="${card}">
    <meta property="og:image:width" content="1200">
    <meta property="og:image:height" content="630">
    <meta property="og:image:alt" content="${title}">
    <meta name="twitter:card" content="summary_large_image">`;
}

/** The part that every page of the site has. */
export function renderEssentials(title: string, { stylesheet, favicon, touchIcon }: Essentials): Html {
  return html`
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="${stylesheet}">
    <meta name="theme-color" content="${themeColors.light}" media="(prefers-color-scheme: light)">
    <meta name="theme-color" content="${themeColors.dark}" media="(prefers-color-scheme: dark)">
    <link rel="icon" href="${favicon}">
    ${touchIcon && html`<link rel="apple-touch-icon" href="${touchIcon}">`}`;
}

// "</script>" inside a string would end the element, so no "<" is left; JSON reads the escape back as the same character.
function safeJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

// Search engines show about as many characters.
const maxDescription = 160;

function shorten(text: string): string {
  if (text.length <= maxDescription) return text;
  const cut = text.slice(0, maxDescription);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxDescription / 2)).trimEnd()}…`;
}
