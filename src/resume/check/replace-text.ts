import type { Fix } from '../finding.ts';
import type { SourceText } from '../read/source-node.ts';

/** The edit that turns one text into another and keeps its quotes; none where it is written with escapes or in a block. */
export function replaceText(text: string, node: SourceText, instead: string, done: string): Fix | undefined {
  const written = text.slice(node.start, node.end);
  if (written === node.value) return { start: node.start, end: node.end, text: instead, done };
  const quote = written[0];
  if ((quote !== '"' && quote !== "'") || written !== quote + node.value + quote) return undefined;
  return { start: node.start + 1, end: node.end - 1, text: instead, done };
}
