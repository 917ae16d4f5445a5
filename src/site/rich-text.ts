import { Marked, type Token, Tokenizer, type Tokens } from 'marked';
import type { ResolveLink } from './links.ts';

/** A text of the résumé without its Markdown: paragraphs and lists of words, ready to be drawn on screen or paper. */
export type RichText = readonly Block[];

export type Block =
  /** `isLtr` where it reads from left to right in a page that does not. */
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[]; readonly isLtr?: true }
  | {
      readonly kind: 'list';
      /** The first number of a numbered list; absent in a list with dashes. */
      readonly start?: number;
      /** Whether its items are paragraphs, with space between them, rather than lines. */
      readonly isLoose: boolean;
      readonly items: readonly RichText[];
    };

export type Span =
  | { readonly kind: 'text'; readonly text: string; readonly isLtr?: true }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong'; readonly spans: readonly Span[] }
  | { readonly kind: 'link'; readonly url: string; readonly title?: string; readonly spans: readonly Span[] }
  | { readonly kind: 'break' };

/** Reads one Markdown text of a résumé. */
export type ReadText = (text: string, resolveLink: ResolveLink) => RichText;

// The parser looks from each mark through the rest of the text, so its work grows with the square of their number. A real
// résumé needs about a thousandth of this, and all of it takes about 50 ms.
const maxWork = 500_000;
// What a text without any marks takes.
const minWork = 16;

/**
 * Creates the reader of a résumé's texts: emphasis, links, code and lists; everything else is plain text. A link that
 * `resolveLink` does not know keeps its words alone. What would take the parser long stays as it was typed, so that no file
 * can hold a build up: the reader has so much work to give, for all the texts together. Lines with a bullet are a list, too.
 */
export function createTextReader(): ReadText {
  let left = maxWork;
  return (typed, resolveLink) => {
    const text = typed.replace(bullets, '$1- ');
    const marks = text.match(/[*_`[\]<\n]/g)?.length ?? 0;
    const work = marks ** 2 + minWork;
    if (work > left) return readPlain(text);
    left -= work;
    return readBlocks(marked.lexer(text), resolveLink);
  };
}

// What other programs write before a point.
const bullets = /^([ \t]*)[•●▪◦‣∙·■][ \t]*(?=[\s\p{L}\p{N}*_[`])/gmu;

/** The words alone, for descriptions in the page's head. */
export function joinWords(text: RichText): string {
  return joinBlocks(text).replace(/\s+/g, ' ').trim();
}

function readPlain(text: string): RichText {
  const paragraphs = text.split(/\n[ \t]*\n\s*/).filter((part) => part.trim() !== '');
  return paragraphs.map((part) => ({ kind: 'paragraph', spans: [{ kind: 'text', text: runOn(part.trim()) }] }));
}

/** Whether these points are a few letters each, as those that name one thing after the other: side by side they take fewer lines. */
export function areShort(points: readonly RichText[]): boolean {
  return points.length >= 5 && points.every(isShort);
}

function isShort(point: RichText): boolean {
  return point.length === 1 && point[0]?.kind === 'paragraph' && joinWords(point).length <= 24;
}

// Paper would end a line there, and show each space; a screen does not.
function runOn(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ');
}

function joinBlocks(blocks: RichText): string {
  return blocks
    .map((block) => (block.kind === 'list' ? block.items.map(joinBlocks).join(' ') : joinSpans(block.spans)))
    .join(' ');
}

function joinSpans(spans: readonly Span[]): string {
  return spans
    .map((span) => ('spans' in span ? joinSpans(span.spans) : span.kind === 'break' ? ' ' : span.text))
    .join('');
}

// What is switched off stays in the text as it was typed, so nothing is lost: a "#" at the start is a "#".
const off = () => undefined;

// Deeper than anybody writes; without an end, a line of a thousand dashes would exhaust the stack.
const maxListDepth = 12;
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
        return depth > maxListDepth ? undefined : Tokenizer.prototype.list.call(this, source);
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

type KnownToken =
  | Tokens.Br
  | Tokens.Codespan
  | Tokens.Em
  | Tokens.Escape
  | Tokens.Image
  | Tokens.Link
  | Tokens.List
  | Tokens.Paragraph
  | Tokens.Space
  | Tokens.Strong
  | Tokens.Text;

function readBlocks(tokens: readonly Token[], resolveLink: ResolveLink): RichText {
  return tokens.flatMap((any): readonly Block[] => {
    const token = any as KnownToken;
    if (token.type === 'space') return [];
    if (token.type === 'list') {
      const items = token.items.map((item) => readBlocks(item.tokens, resolveLink));
      const start = token.ordered && { start: Number(token.start) };
      return [{ kind: 'list', ...start, isLoose: token.loose, items }];
    }
    return [{ kind: 'paragraph', spans: readSpans('tokens' in token ? token.tokens : [token], resolveLink) }];
  });
}

function readSpans(tokens: readonly Token[] | undefined, resolveLink: ResolveLink): readonly Span[] {
  return (tokens ?? []).flatMap((token) => readSpan(token as KnownToken, resolveLink));
}

function readSpan(token: KnownToken, resolveLink: ResolveLink): readonly Span[] {
  switch (token.type) {
    case 'text':
      return token.tokens ? readSpans(token.tokens, resolveLink) : [{ kind: 'text', text: runOn(token.text) }];
    case 'escape':
      return [{ kind: 'text', text: token.text }];
    case 'codespan':
      return [{ kind: 'code', text: token.text }];
    case 'br':
      return [{ kind: 'break' }];
    case 'em':
      return [{ kind: 'emphasis', spans: readSpans(token.tokens, resolveLink) }];
    case 'strong':
      return [{ kind: 'strong', spans: readSpans(token.tokens, resolveLink) }];
    case 'image':
      return [{ kind: 'text', text: '!' }, ...readLink(token, resolveLink)];
    case 'link':
      return readLink(token, resolveLink);
    default:
      throw new Error(`A Markdown construct that is switched off came through: ${token.type}. Switch it off.`);
  }
}

function readLink({ href, title, tokens }: Tokens.Link | Tokens.Image, resolveLink: ResolveLink): readonly Span[] {
  const spans = readSpans(tokens, resolveLink);
  const url = resolveLink(href);
  return url ? [{ kind: 'link', url, ...(title && { title }), spans }] : spans;
}
