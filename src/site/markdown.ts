import { Marked, type Token, Tokenizer, type Tokens } from 'marked';
import { type Html, html } from '#html';
import { safeUrl } from './safe-url.ts';

// What is switched off stays in the text as it was typed, so nothing is lost: a "#" at the start is a "#".
const off = () => undefined;

// Deeper than anybody writes; without an end, a line of a thousand dashes would exhaust the stack.
const DEEPEST_LIST = 12;
let depth = 0;

const marked = new Marked({
  gfm: false,
  tokenizer: {
    blockquote: off,
    code: off,
    def: off,
    fences: off,
    heading: off,
    hr: off,
    html: off,
    lheading: off,
    reflink: off,
    table: off,
    tag: off,
    list(source) {
      depth += 1;
      try {
        return depth > DEEPEST_LIST ? undefined : Tokenizer.prototype.list.call(this, source);
      } finally {
        depth -= 1;
      }
    },
    // The library's own paragraph ends where one of these would begin.
    paragraph(source) {
      const raw = /^[^\n]+(?:\n(?![ \t]*(?:\n|$)| {0,3}(?:[*+-]|1[.)])[ \t]+\S)[^\n]+)*/.exec(source)?.[0];
      if (raw === undefined) return undefined;
      const text = raw.replace(/^[ \t]+/gm, '').trimEnd();
      return { type: 'paragraph', raw, text, tokens: this.lexer.inline(text) };
    },
  },
});

/** A link whose address is not safe to follow: its text stays on the page, its address does not. */
export type UnsafeLink = (url: string) => void;

/**
 * Renders the Markdown of summaries and highlights: emphasis, links, code and lists; everything else is plain text.
 * `onUnsafeLink` is told of each address that was dropped.
 */
export function renderMarkdown(text: string, onUnsafeLink: UnsafeLink): Html {
  return renderAll(parse(text), onUnsafeLink);
}

/** The same, for places that hold one run of text, such as a list item: a single paragraph loses its `<p>`. */
export function renderInlineMarkdown(text: string, onUnsafeLink: UnsafeLink): Html {
  const [first, ...rest] = parse(text);
  const isOneParagraph = first?.type === 'paragraph' && rest.length === 0;
  return isOneParagraph ? renderAll(first.tokens, onUnsafeLink) : renderMarkdown(text, onUnsafeLink);
}

/** The words alone, for descriptions in the page's head. */
export function plainText(text: string): string {
  return joinWords(parse(text), ' ').replace(/\s+/g, ' ').trim();
}

function joinWords(tokens: readonly Token[], separator: string): string {
  return tokens.map(readWords).join(separator);
}

function readWords(any: Token): string {
  const token = any as KnownToken;
  if (token.type === 'br') return ' ';
  if (token.type === 'list') return joinWords(token.items, ' ');
  if (token.type === 'list_item') return joinWords(token.tokens, ' ');
  return 'tokens' in token && token.tokens ? joinWords(token.tokens, '') : token.text;
}

type KnownToken =
  | Tokens.Br
  | Tokens.Codespan
  | Tokens.Em
  | Tokens.Escape
  | Tokens.Image
  | Tokens.Link
  | Tokens.List
  | Tokens.ListItem
  | Tokens.Paragraph
  | Tokens.Strong
  | Tokens.Text;

function parse(text: string): readonly Token[] {
  return withoutSpace(marked.lexer(text));
}

function withoutSpace(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ type }) => type !== 'space');
}

function renderAll(tokens: readonly Token[] = [], onUnsafeLink: UnsafeLink): Html {
  return html`${withoutSpace(tokens).map((token) => renderToken(token, onUnsafeLink))}`;
}

function renderToken(any: Token, onUnsafeLink: UnsafeLink): Html {
  const token = any as KnownToken;
  const inside = (tokens: readonly Token[]) => renderAll(tokens, onUnsafeLink);
  switch (token.type) {
    case 'text':
      return token.tokens ? inside(token.tokens) : html`${token.text}`;
    case 'escape':
      return html`${token.text}`;
    case 'codespan':
      return html`<code>${token.text}</code>`;
    case 'br':
      return html`<br>`;
    case 'paragraph':
      return html`<p>${inside(token.tokens)}</p>`;
    case 'em':
      return html`<em>${inside(token.tokens)}</em>`;
    case 'strong':
      return html`<strong>${inside(token.tokens)}</strong>`;
    case 'list':
      return token.ordered
        ? html`<ol${token.start !== 1 && html` start="${String(token.start)}"`}>${inside(token.items)}</ol>`
        : html`<ul>${inside(token.items)}</ul>`;
    case 'list_item':
      return html`<li>${withoutSpace(token.tokens).map((part) => renderItemPart(part, token.loose, onUnsafeLink))}</li>`;
    case 'image':
      return html`!${renderLink(token, onUnsafeLink)}`;
    case 'link':
      return renderLink(token, onUnsafeLink);
    default:
      throw new Error(`A Markdown construct that is switched off came through: ${any.type}. Switch it off.`);
  }
}

// What stands in a list item without a blank line is text, with one it is a paragraph.
function renderItemPart(part: Token, loose: boolean, onUnsafeLink: UnsafeLink): Html {
  if (part.type !== 'text' && part.type !== 'paragraph') return renderToken(part, onUnsafeLink);
  const content = renderAll(part.tokens, onUnsafeLink);
  return loose ? html`<p>${content}</p>` : content;
}

function renderLink({ href, title, tokens }: Tokens.Link | Tokens.Image, onUnsafeLink: UnsafeLink): Html {
  const text = renderAll(tokens, onUnsafeLink);
  const url = safeUrl(href);
  if (url) return html`<a href="${url}"${title ? html` title="${title}"` : ''}>${text}</a>`;
  onUnsafeLink(href);
  return text;
}
