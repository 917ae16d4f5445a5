import { decodeEntities, decodeEntity, entityPattern } from './decode-entities.ts';

// Neither a value nor a tag goes on behind the next "<", so no text is read twice.
const tagPattern =
  /<!--[\s\S]*?(?:-->|$)|(?<!\\)<(\/?)([a-z][a-z0-9]{0,20})((?:\s(?:"[^"<]*"|'[^'<]*'|[^<>"'])*)?)\/?>/gi;
const blockTags = new Set(
  'p div h1 h2 h3 h4 h5 h6 blockquote pre ul ol li table thead tbody tr section article header footer center dl dt dd'.split(
    ' ',
  ),
);
const inlineTags = new Set(
  'b strong i em u s a span code kbd small big sup sub mark font del ins strike abbr cite q td th img'.split(' '),
);
/** Tags that need no end. */
const singleTags = new Set('br hr img p li tr td th dt dd'.split(' '));
const marks: ReadonlyMap<string, string> = new Map(
  Object.entries({ b: '**', strong: '**', em: '*', i: '*', code: '`' }),
);
// Deeper than anybody writes; the indentation of each line grows with it.
const maxDepth = 12;

type Tag = {
  readonly start: number;
  readonly end: number;
  /** In lower case; none for a comment. */
  readonly name?: string;
  readonly isEnd: boolean;
  readonly attributes: string;
};

/** Tells whether a text is written in HTML: a tag with its end, a line break, or a character by its name. */
export function holdsHtml(text: string): boolean {
  if (!/[<&]/.test(text)) return false;
  if ([...text.matchAll(entityPattern)].some((found) => decodeEntity(found) !== undefined)) return true;
  const tags = listTags(text);
  const ends = new Set(tags.map(({ name, isEnd }) => (isEnd ? name : undefined)));
  return tags.some(({ name, isEnd }) => name === 'br' || (name !== undefined && !isEnd && ends.has(name)));
}

/**
 * Turns HTML into the Markdown of résumés: paragraphs, lists, emphasis, links and code; of other tags the text stays. What
 * stands outside of all paragraphs and lists is taken for Markdown that has tags in it.
 */
export function htmlToMarkdown(html: string): string {
  const writing: Writing = { blocks: [], lists: [], runs: [{ tag: '', text: '' }], bullet: '' };
  let depth = 0;
  let at = 0;
  for (const { start, end, name, isEnd, attributes } of listTags(html)) {
    addText(writing, html.slice(at, start), depth > 0);
    at = end;
    if (name === undefined) continue;
    if (blockTags.has(name)) depth = Math.max(0, depth + (isEnd ? -1 : 1));
    addTag(writing, name, isEnd, attributes);
  }
  addText(writing, html.slice(at), depth > 0);
  endBlock(writing);
  return joinBlocks(writing.blocks);
}

/** The words of HTML as one line of plain text. */
export function htmlToLine(html: string): string {
  let line = '';
  let at = 0;
  for (const { start, end, name } of listTags(html)) {
    line += html.slice(at, start) + (name === undefined || inlineTags.has(name) ? '' : ' ');
    at = end;
  }
  return decodeEntities(line + html.slice(at))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The tags that HTML knows, where those that need an end have one: `List<T>` is a text, and what stands in Markdown's code is, too. */
function listTags(html: string): readonly Tag[] {
  const found = hideCode(html).matchAll(tagPattern);
  const tags = [...found].map(({ index, 0: whole, 1: slash, 2: name, 3: attributes = '' }): Tag => {
    const place = { start: index, end: index + whole.length, isEnd: slash === '/', attributes };
    return name === undefined ? place : { ...place, name: name.toLowerCase() };
  });
  const ends = new Set(tags.map(({ name, isEnd }) => (isEnd ? name : undefined)));
  return tags.filter(
    ({ name }) =>
      name === undefined || singleTags.has(name) || (ends.has(name) && (blockTags.has(name) || inlineTags.has(name))),
  );
}

const codePattern = /(?<!`)(`{1,3})(?!`)([^`\n]{1,500})\1(?!`)/g;

/** Blanks in place of Markdown's code. From one paragraph of HTML to the next is none: `a</p><p>b` ends before it begins. */
function hideCode(text: string): string {
  return text.replaceAll(codePattern, (whole: string, _marks: string, body: string) =>
    body.includes('<') && !/<\/\w[^>]*>.*<\w/.test(body) ? ' '.repeat(whole.length) : whole,
  );
}

/** A text, and the tag around it; the outermost has none. */
type Run = { readonly tag: string; readonly href?: string; text: string };

/** Markdown while it is put together of texts and tags. */
type Writing = {
  readonly blocks: string[];
  /** The lists that are open, the innermost last. */
  readonly lists: { readonly isOrdered: boolean; count: number }[];
  /** What is open of the present block, the innermost last. */
  runs: Run[];
  /** What the next block begins with, where it is the first of an item. */
  bullet: string;
};

function addText({ runs }: Writing, text: string, isHtml: boolean): void {
  const run = runs.at(-1);
  if (run) run.text += isHtml ? escapeMarkdown(decodeEntities(text).replaceAll(/\s+/g, ' ')) : decodeInMarkdown(text);
}

function addTag(writing: Writing, tag: string, isEnd: boolean, attributes: string): void {
  const { lists } = writing;
  if (!inlineTags.has(tag)) endBlock(writing);
  if (tag === 'ul' || tag === 'ol') {
    if (isEnd) lists.pop();
    else lists.push({ isOrdered: tag === 'ol', count: 0 });
  } else if (tag === 'li' && !isEnd) startItem(writing, attributes);
  else if (tag === 'td' || tag === 'th') addText(writing, ' ', false);
  else if (marks.has(tag) || tag === 'a') addMark(writing, tag, isEnd, attributes);
}

function startItem(writing: Writing, attributes: string): void {
  const { lists } = writing;
  const list = lists.at(-1) ?? { isOrdered: false, count: 0 };
  if (lists.length === 0) lists.push(list);
  list.count += 1;
  // What the editor Quill writes is an ordered list whose items say that they are not.
  const isOrdered = list.isOrdered && !/\bdata-list\s*=\s*["']?bullet/.test(attributes);
  writing.bullet = isOrdered ? `${list.count}. ` : '- ';
}

function addMark({ runs }: Writing, tag: string, isEnd: boolean, attributes: string): void {
  const isOpen = runs.some((run) => run.tag === tag);
  if (!isEnd && !isOpen) runs.push({ tag, text: '', ...(tag === 'a' && { href: readHref(attributes) }) });
  while (isEnd && isOpen && runs.at(-1)?.tag !== tag) closeRun(runs);
  if (isEnd && isOpen) closeRun(runs);
}

function closeRun(runs: Run[]): void {
  const { tag, href, text }: Run = runs.pop() ?? { tag: '', text: '' };
  const inner = text.trim();
  const outer = runs.at(-1);
  if (!outer) return;
  const mark = marks.get(tag);
  const marked = mark === undefined ? formatLink(inner, href ?? '') : `${mark}${inner}${mark}`;
  outer.text += inner === '' ? text : text.replace(inner, () => marked);
}

/** Ends the present block; what is open in it goes on in the next. */
function endBlock(writing: Writing): void {
  const { blocks, lists, runs, bullet } = writing;
  const open = runs.slice(1).map((run) => ({ ...run, text: '' }));
  while (runs.length > 1) closeRun(runs);
  const text = (runs[0]?.text ?? '').replaceAll(/(?<!\s)\s+/g, narrow).trim();
  writing.runs = [{ tag: '', text: '' }, ...open];
  if (text === '') return;
  const outer = lists.slice(0, Math.min(lists.length - 1, maxDepth));
  const indent = outer.map(({ isOrdered }) => (isOrdered ? '   ' : '  ')).join('');
  const isOrdered = lists.at(-1)?.isOrdered;
  blocks.push(lists.length > 0 ? `${indent}${bullet || (isOrdered ? '   ' : '  ')}${text}` : text);
  writing.bullet = '';
}

/** At most one empty line, and no more spaces than one, but what a line begins with. */
function narrow(space: string): string {
  const [start = '', ...ends] = space.split('\n').reverse();
  return ends.length === 0 ? ' ' : `${ends.length > 1 ? '\n\n' : '\n'}${start}`;
}

/** Items of one list stand line by line, everything else apart. */
function joinBlocks(blocks: readonly string[]): string {
  const isItem = (block: string | undefined) => /^\s*(?:-|\d+\.) |^ {2,}/.test(block ?? '');
  return blocks
    .map((block, at) => (at > 0 ? `${isItem(block) && isItem(blocks[at - 1]) ? '\n' : '\n\n'}${block}` : block))
    .join('');
}

function readHref(attributes: string): string {
  const [, double, single, bare] = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
  return decodeEntities(double ?? single ?? bare ?? '').trim();
}

function formatLink(text: string, href: string): string {
  if (href === '' || href === text || /^(?:javascript|vbscript|data):/i.test(href)) return text;
  return `[${text}](${href.replaceAll(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)})`;
}

const markdownSigns =
  /[*`](?=\S)|(?<=\S)[*`]|(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])|\](?=\()|<(?=[a-z/!])|&(?=#|\w{2,8};)/giu;

/** Signs that Markdown would take for emphasis, code or a link, and those that would be HTML again. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(markdownSigns, '\\$&');
}

/** A sign that HTML had to spell out is a sign still, not the start of a tag. */
function decodeInMarkdown(text: string): string {
  return text.replaceAll(entityPattern, (...found) => {
    const [whole] = found as readonly string[];
    const sign = decodeEntity(found as readonly string[]) ?? String(whole);
    const after = text.slice(Number(found.at(-2)) + String(whole).length).slice(0, 10);
    const isTelling =
      (sign === '<' && /^[a-z/!]/i.test(after)) ||
      (sign === '&' && /^(?:#|\w{2,8};)/.test(after)) ||
      /^[*_`[]$/.test(sign);
    return isTelling ? `\\${sign}` : sign;
  });
}
