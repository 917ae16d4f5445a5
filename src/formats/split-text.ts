import { holdsHtml, htmlToMarkdown } from '#resume';

type SplitText = { readonly summary?: string | undefined; readonly highlights?: readonly string[] | undefined };

const bullet = /^\s*(?:[-*+•◦▪●○‣·∙–—➢➤✓✔]|o(?= {2,}|\t))\s+(?=\S)/u;
const listItem = /^\s*(?:-|\d+[.)]) /;

/** HTML becomes Markdown; Markdown and everything else stays what it is. */
export function toMarkdown(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const unix = text.replaceAll('\r\n', '\n');
  return (holdsHtml(unix) ? listBullets(htmlToMarkdown(unix)) : unix).trim() || undefined;
}

/** Paragraphs that begin with a sign of a list are its points, as people type them who don't find the button. */
function listBullets(markdown: string): string {
  let wasPoint = false;
  const blocks = markdown.split('\n\n').map((block, at) => {
    const point = /^[•◦▪●○‣]\s+(\S.*)$/u.exec(block)?.[1];
    const start = at === 0 ? '' : wasPoint && point !== undefined ? '\n' : '\n\n';
    wasPoint = point !== undefined;
    return `${start}${point === undefined ? block : `- ${point}`}`;
  });
  return blocks.join('');
}

/** Plain text becomes Markdown: a line of its own, which Markdown would run together with the next, stays one. */
export function plainToMarkdown(text: string | undefined): string | undefined {
  const lines = (text ?? '')
    .split(/\r?\n/)
    .flatMap(splitBullets)
    .map((line) => line.replace(bullet, '- ').trimEnd());
  const apart = lines.flatMap((line, at) => {
    const before = lines[at - 1] ?? '';
    return line === '' || before === '' || (listItem.test(line) && listItem.test(before)) ? [line] : ['', line];
  });
  return toMarkdown(apart.join('\n').replaceAll(/\n{3,}/g, '\n\n'));
}

/** `• this • that`: points that lost their lines on the way. */
function splitBullets(line: string): readonly string[] {
  const [, sign] = /^\s*([•◦▪●○‣])\s/u.exec(line) ?? [];
  return sign === undefined ? [line] : line.split(new RegExp(`\\s+(?=${sign}\\s+\\S)`, 'u'));
}

/**
 * Splits the one text in which other tools keep everything about a job: what comes first is the summary, and the list at its
 * end are the highlights. Where more text follows the list, or a list lies in a list, all of it stays one text.
 */
export function splitText(text: string | undefined): SplitText {
  const markdown = toMarkdown(text);
  if (markdown === undefined) return {};
  const lines = markdown.split('\n');
  const first = lines.findIndex((line) => bullet.test(line));
  if (first < 0) return { summary: markdown };
  const indent = measureIndent(lines[first]);
  const highlights: string[] = [];
  let isApart = false;
  for (const line of lines.slice(first)) {
    if (line.trim() === '') {
      isApart = true;
      continue;
    }
    if (bullet.test(line) && measureIndent(line) === indent) highlights.push(line.replace(bullet, '').trim());
    else if (isApart || listItem.test(line) || bullet.test(line)) return { summary: markdown };
    else highlights.push(`${highlights.pop() ?? ''} ${line.trim()}`);
    isApart = false;
  }
  return { summary: lines.slice(0, first).join('\n').trim() || undefined, highlights };
}

/** Puts texts and lists together, for sections that have one text only. */
export function joinText(...texts: readonly (string | readonly string[] | undefined)[]): string | undefined {
  const blocks = texts.flatMap((text) => {
    if (text === undefined || text.length === 0) return [];
    return typeof text === 'string' ? [text] : [text.map((item) => `- ${item}`).join('\n')];
  });
  return blocks.join('\n\n') || undefined;
}

function measureIndent(line = ''): number {
  return line.length - line.trimStart().length;
}
