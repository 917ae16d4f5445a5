import { type Html, type HtmlValue, html, joinHtml } from '#html';
import { isForeign } from './keep-order.ts';
import { displayUrl } from './links.ts';
import type { Locale, Phrase } from './locale.ts';
import type { Link } from './outline.ts';
import type { Period } from './period.ts';
import type { Block, RichText, Span } from './rich-text.ts';

/** Renders paragraphs and lists. */
export function renderRichText(text: RichText): HtmlValue {
  return text.map(renderBlock);
}

/** The same, for places that hold one run of text, such as a list item: a single paragraph loses its `<p>`. */
export function renderInline(text: RichText): HtmlValue {
  const [first, ...rest] = text;
  return first?.kind === 'paragraph' && rest.length === 0 ? renderParagraph(first) : renderRichText(text);
}

/** Renders words of the page's own, with their language where it is another. */
export function renderPhrase({ text, language }: Phrase): HtmlValue {
  return language ? html`<span lang="${language}">${text}</span>` : text;
}

export function renderPeriod(period: Period): HtmlValue {
  return period.map((part) =>
    part.datetime
      ? html`<time datetime="${part.datetime}"${part.language && html` lang="${part.language}"`}>${part.text}</time>`
      : renderPhrase(part),
  );
}

export function renderLink({ text, url }: Link): Html {
  return url ? html`<a href="${url}">${renderAddress(text)}</a>` : html`${text}`;
}

/** A name that may lead somewhere. "C++" ends with its signs in a page from right to left, too, where they have no direction of their own. */
export function renderName(name: Link, { direction }: Pick<Locale, 'direction'>): Html {
  const content = renderLink(name);
  return direction === 'rtl' && isForeign(name.text) ? html`<bdi dir="ltr">${content}</bdi>` : content;
}

/** An address too long for its line ends it before its @ or after a slash; a long piece also before a dot or after an underscore. */
export function renderAddress(text: string): HtmlValue {
  if (/\s/.test(text)) return text;
  const pieces = text.split(/(?=@)|(?<=\w\/)/);
  return joinHtml(
    pieces.flatMap((piece) => (piece.length > longPiece ? piece.split(/(?=\.)|(?<=_)/) : piece)),
    html`<wbr>`,
  );
}

// What has room in the narrowest column.
const longPiece = 24;

function renderBlock(block: Block): Html {
  if (block.kind === 'paragraph') return html`<p>${renderParagraph(block)}</p>`;
  const items = block.items.map((item) => html`<li>${block.isLoose ? renderRichText(item) : renderTight(item)}</li>`);
  if (block.start === undefined) return html`<ul>${items}</ul>`;
  return html`<ol${block.start !== 1 && html` start="${String(block.start)}"`}>${items}</ol>`;
}

function renderTight(item: RichText): HtmlValue {
  return item.map((block) => (block.kind === 'paragraph' ? renderParagraph(block) : renderBlock(block)));
}

function renderParagraph({ spans, isLtr }: Extract<Block, { readonly kind: 'paragraph' }>): HtmlValue {
  return isLtr ? html`<bdi dir="ltr">${renderSpans(spans)}</bdi>` : renderSpans(spans);
}

function renderSpans(spans: readonly Span[]): HtmlValue {
  return spans.map(renderSpan);
}

function renderSpan(span: Span): Html {
  switch (span.kind) {
    case 'text':
      return span.isLtr ? html`<bdi dir="ltr">${span.text}</bdi>` : html`${span.text}`;
    case 'code':
      return html`<code>${span.text}</code>`;
    case 'break':
      return html`<br>`;
    case 'emphasis':
      return html`<em>${renderSpans(span.spans)}</em>`;
    case 'strong':
      return html`<strong>${renderSpans(span.spans)}</strong>`;
    case 'link': {
      const [only, ...more] = span.spans;
      const address = only === undefined ? displayUrl(span.url) : only.kind === 'text' && only.text;
      const content = address && more.length === 0 ? renderAddress(address) : renderSpans(span.spans);
      return html`<a href="${span.url}"${span.title && html` title="${span.title}"`}>${content}</a>`;
    }
  }
}
