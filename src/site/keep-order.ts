import type { Block, RichText, Span } from './rich-text.ts';

/** Marks what reads from left to right in a text that does not: paragraphs in other letters, "C++" and telephone numbers. */
export function keepOrder(text: RichText): RichText {
  return text.map((block): Block => {
    if (block.kind === 'list') return { ...block, items: block.items.map(keepOrder) };
    return isForeign(readSpans(block.spans))
      ? { ...block, isLtr: true }
      : { ...block, spans: block.spans.flatMap(markSpan) };
  });
}

/** Whether these words have letters, none of them from right to left, and begin or end with what would stand at the other end. */
export function isForeign(words: string): boolean {
  return /\p{L}/u.test(words) && /^\P{L}|[^\p{L}\p{N}]$/u.test(words) && !rightToLeft.test(words);
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

// Signs have no direction of their own: "C#" would be shown as "#C", and "+972 3" as "3 972+". What is "and" in Arabic and Hebrew is a
// letter before it.
const signed = /((?<![\w+#.])(?:[A-Za-z]\w*[+#]+|\.[A-Z]\w+|\+\d[\d ()-]*\d)(?![\p{L}\p{N}+#]))/u;

function markSpan(span: Span): readonly Span[] {
  if ('spans' in span) return [{ ...span, spans: span.spans.flatMap(markSpan) }];
  if (span.kind !== 'text') return [span];
  return span.text
    .split(signed)
    .map((text, index) => ({ kind: 'text' as const, text, ...(index % 2 === 1 && { isLtr: true as const }) }))
    .filter(({ text }) => text !== '');
}

function readSpans(spans: readonly Span[]): string {
  return spans
    .map((span) => ('spans' in span ? readSpans(span.spans) : span.kind === 'break' ? ' ' : span.text))
    .join('');
}
