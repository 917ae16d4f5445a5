import { type Html, type HtmlValue, html, trustedHtml } from '#html';
import type { Counter } from '#resume';
import type { Locale } from './locale.ts';
import type { Outline, Section } from './outline.ts';
import { renderContact } from './render-contact.ts';
import { type Alternate, renderLanguages } from './render-languages.ts';
import { renderSection } from './render-section.ts';
import { renderName, renderPeriod, renderPhrase, renderRichText } from './render-text.ts';
import type { SitePhoto } from './site.ts';

type Page = {
  /** What stands in the page's `<head>`. */
  readonly head: Html;
  /** Its languages; none where it has no other. */
  readonly alternates: readonly Alternate[];
  readonly photo: SitePhoto | undefined;
  /** The address of the résumé as a PDF, if there is one. */
  readonly pdf: string | undefined;
  /** The address of the résumé as data. */
  readonly data: string;
  readonly counter: Counter;
  /** The counter's script; empty where nothing is counted. */
  readonly script: string;
};

/**
 * Renders the résumé: two columns, each a stack of its own, which a phone shows one below the other.
 *
 *     summary           | contact
 *     work, education … | skills, languages …
 *     footer
 */
export function renderPage(outline: Outline, page: Page): string {
  const { locale, contact, sections } = outline;
  const ids = nameIds(sections);
  const column = (side: Section['side']) =>
    sections.flatMap((section, index) =>
      section.side === side ? renderSection(section, ids[index] ?? '', locale) : [],
    );
  const aside = column('aside');
  const hasContact = contact.length > 0 || page.pdf !== undefined;
  const isSingle = !hasContact && aside.length === 0;
  return renderDocument(
    locale,
    page.head,
    html`
      <a class="skip" href="#resume">${renderPhrase(locale.labels.skip)}</a>
      ${renderLanguages(page.alternates, locale)}
      <div class="${isSingle ? 'sheet single' : 'sheet'}">
        <header>
          ${renderSummary(outline, page.photo)}
          ${hasContact && renderContact(outline, page.pdf)}
        </header>
        <main id="resume" tabindex="-1">
          <div class="main">${column('main')}</div>
          ${aside.length > 0 && html`<div class="aside">${aside}</div>`}
        </main>
        ${renderFooter(outline, page)}
      </div>
      ${page.script !== '' && html`<script>${trustedHtml(page.script)}</script>`}`,
  );
}

/** Renders what a visitor of an address without a file sees. */
export function renderNotFound(head: Html, locale: Locale): string {
  const { labels } = locale;
  return renderDocument(
    locale,
    html`${head}<meta name="robots" content="noindex">`,
    html`
      <main class="sheet lost">
        <h1>${renderPhrase(labels.notFound)}</h1>
        <p>${renderPhrase(labels.notFoundText)}</p>
        <p><a href="/">${renderPhrase(labels.home)}</a></p>
      </main>`,
  );
}

function renderSummary({ locale, name, label, summary }: Outline, photo: SitePhoto | undefined): Html {
  return html`
    <div class="summary">
      <div class="who">
        ${photo && renderPhoto(photo)}
        <div>
          <h1${isLong(name) && html` class="long"`}>${renderName({ text: name }, locale)}</h1>
          ${label && html`<p class="label">${renderName({ text: label }, locale)}</p>`}
        </div>
      </div>
      ${summary && html`<div class="text">${renderRichText(summary)}</div>`}
    </div>`;
}

// Such a name would fill a phone in the size of others, or be torn apart.
function isLong(name: string): boolean {
  return name.length > 40 || /[\p{L}\p{M}]{16}/u.test(name);
}

function renderPhoto({ avif, jpeg }: SitePhoto): Html {
  const list = (paths: readonly string[]) => paths.map((path, index) => `/${encodeURI(path)} ${index + 1}x`).join(', ');
  const sizes = jpeg.length > 1 && html` srcset="${list(jpeg)}"`;
  const image = html`<img src="/${encodeURI(jpeg[0] ?? '')}"${sizes} alt="" width="104" height="104">`;
  if (avif.length === 0) return image;
  return html`<picture><source type="image/avif" srcset="${list(avif)}">${image}</picture>`;
}

// The last row: how fresh this is, how often it was read, and the same as data.
function renderFooter({ locale, updated }: Outline, { counter, data }: Pick<Page, 'counter' | 'data'>): Html {
  const { labels } = locale;
  return html`
    <footer>
      ${updated && html`<p>${renderPhrase(labels.updated)} ${renderPeriod(updated)}</p>`}
      ${counter !== 'off' && html`<p id="visits" hidden>${renderPhrase(labels.visits)} <b></b></p>`}
      <p><a href="${data}" type="application/json">${renderPhrase(labels.data)}</a></p>
    </footer>`;
}

// Keys of the person's own can be anything; those of the page's own elements are taken.
function nameIds(sections: readonly Section[]): readonly string[] {
  const taken = new Set(['resume', 'visits']);
  const numbers = new Map<string, number>();
  return sections.map(({ key }) => {
    const name = key.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^(?!\p{L})/u, 's');
    let number = numbers.get(name) ?? 1;
    const write = () => (number === 1 ? name : `${name}-${number}`);
    while (taken.has(write())) number += 1;
    numbers.set(name, number);
    taken.add(write());
    return write();
  });
}

function renderDocument({ language, direction }: Locale, head: Html, body: HtmlValue): string {
  const { markup } = html`
    <html lang="${language}" dir="${direction}">
      <head>${head}</head>
      <body>${body}</body>
    </html>`;
  return `<!doctype html>\n<!-- Icons: Tabler Icons, MIT license, https://tabler.io/icons -->\n${markup}\n`;
}
