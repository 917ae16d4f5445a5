const TAG =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]{0,20})((?:\s(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^>"']){0,4000})?)\/?>/gi;
const KNOWN =
  /<\/?(?:p|br|ul|ol|li|strong|b|em|i|u|s|a|span|div|h[1-6]|blockquote|code|pre|mark|sub|sup|table|tr|td|th|tbody|font|small)(?:\s[^<>]*)?\/?>/i;
const BLOCKS = /^(?:p|div|h[1-6]|blockquote|pre|ul|ol|li|table|tbody|tr|section|article|br|hr|dl|dt|dd)$/;
const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({ b: '**', strong: '**', em: '*', i: '*', code: '`' }),
);

type Run = { readonly tag: string; readonly href?: string; text: string };

/** Whether a text has tags of HTML in it, such as editors write. */
export function isHtml(text: string): boolean {
  return KNOWN.test(text);
}

/** Turns HTML into the Markdown of résumés: paragraphs, lists, emphasis, links and code; of other tags the text stays. */
export function htmlToMarkdown(html: string): string {
  const blocks: string[] = [];
  const lists: { isOrdered: boolean; count: number }[] = [];
  let runs: Run[] = [{ tag: '', text: '' }];
  let bullet = '';

  const close = (): void => {
    const { tag, href, text } = runs.pop() ?? { tag: '', text: '' };
    const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
    const outer = runs.at(-1);
    if (!outer) return;
    if (inner === '') outer.text += text;
    else if (tag === 'a') outer.text += `${before}${formatLink(inner, href ?? '')}${after}`;
    else outer.text += `${before}${MARKS.get(tag)}${inner}${MARKS.get(tag)}${after}`;
  };
  const endBlock = (): void => {
    const open = runs.slice(1).map(({ tag, href }) => ({ tag, text: '', ...(href !== undefined && { href }) }));
    while (runs.length > 1) close();
    const text = (runs[0]?.text ?? '').replaceAll(/\s+/g, ' ').trim();
    runs = [{ tag: '', text: '' }, ...open];
    if (text === '') return;
    const indent = '  '.repeat(Math.max(0, lists.length - 1));
    blocks.push(lists.length > 0 ? `${indent}${bullet || '  '}${text}` : text);
    bullet = '';
  };
  const onTag = (isEnd: boolean, tag: string, attributes: string): void => {
    if (BLOCKS.test(tag)) endBlock();
    if (tag === 'ul' || tag === 'ol') {
      if (isEnd) lists.pop();
      else lists.push({ isOrdered: tag === 'ol', count: 0 });
    } else if (tag === 'li' && !isEnd) {
      const list = lists.at(-1);
      if (list) list.count += 1;
      // What the editor Quill writes is an ordered list whose items say that they are not.
      const isOrdered = list?.isOrdered && !/\bdata-list\s*=\s*["']?bullet/.test(attributes);
      bullet = isOrdered ? `${list.count}. ` : '- ';
      if (!list) lists.push({ isOrdered: false, count: 1 });
    } else if (MARKS.has(tag) || tag === 'a') {
      const isOpen = runs.some((run) => run.tag === tag);
      if (!isEnd && !isOpen) runs.push(tag === 'a' ? { tag, href: readHref(attributes), text: '' } : { tag, text: '' });
      while (isEnd && isOpen && runs.at(-1)?.tag !== tag) close();
      if (isEnd && isOpen) close();
    }
  };

  let index = 0;
  const addText = (end: number): void => {
    const run = runs.at(-1);
    if (run) run.text += escapeMarkdown(decodeEntities(html.slice(index, end)));
  };
  for (const match of html.matchAll(TAG)) {
    addText(match.index);
    index = match.index + match[0].length;
    if (match[2] !== undefined) onTag(match[1] === '/', match[2].toLowerCase(), match[3] ?? '');
  }
  addText(html.length);
  endBlock();
  return joinBlocks(blocks);
}

/** Items of one list stand line by line, everything else apart. */
function joinBlocks(blocks: readonly string[]): string {
  const isItem = (block: string | undefined) => /^\s*(?:-|\d+\.) |^ {2,}/.test(block ?? '');
  return blocks
    .map((block, at) => (at > 0 ? `${isItem(block) && isItem(blocks[at - 1]) ? '\n' : '\n\n'}${block}` : block))
    .join('');
}

function readHref(attributes: string): string {
  const [, , double, single, bare] = /\s(href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
  return decodeEntities(double ?? single ?? bare ?? '').trim();
}

function formatLink(text: string, href: string): string {
  if (href === '' || href === text) return text;
  return `[${text}](${href.replaceAll(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)})`;
}

/** Signs that Markdown would take for emphasis, code or a link, and those that would be HTML again. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(
    /[*`](?=\S)|(?<=\S)[*`]|(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])|\[(?=[^\]]*\]\()|<(?=[a-z/!])|&(?=#|\w{2,8};)/giu,
    '\\$&',
  );
}

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    shy: '\u00ad',
    zwnj: '\u200c',
    zwj: '\u200d',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
    middot: '·',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    lsaquo: '‹',
    rsaquo: '›',
    euro: '€',
    pound: '£',
    yen: '¥',
    cent: '¢',
    copy: '©',
    reg: '®',
    trade: '™',
    deg: '°',
    sect: '§',
    para: '¶',
    plusmn: '±',
    times: '×',
    divide: '÷',
    micro: 'µ',
    sup1: '¹',
    sup2: '²',
    sup3: '³',
    frac12: '½',
    frac14: '¼',
    frac34: '¾',
    ordf: 'ª',
    ordm: 'º',
    iexcl: '¡',
    iquest: '¿',
    larr: '←',
    rarr: '→',
    uarr: '↑',
    darr: '↓',
    dagger: '†',
    szlig: 'ß',
    AElig: 'Æ',
    aelig: 'æ',
    OElig: 'Œ',
    oelig: 'œ',
    ETH: 'Ð',
    eth: 'ð',
    THORN: 'Þ',
    thorn: 'þ',
    Oslash: 'Ø',
    oslash: 'ø',
    Aring: 'Å',
    aring: 'å',
  }),
);
const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    grave: '\u0300',
    acute: '\u0301',
    circ: '\u0302',
    tilde: '\u0303',
    uml: '\u0308',
    cedil: '\u0327',
    caron: '\u030c',
  }),
);

/** Resolves `&amp;`, `&eacute;`, `&#8211;`, `&#x2013;`; whatever else begins with "&" stays. */
export function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED.get(name) ?? decodeAccent(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    const isText = code > 0x1f && code < 0x11_0000 && !(code >= 0xd800 && code < 0xe000);
    return isText ? String.fromCodePoint(code) : ' ';
  });
}

function decodeAccent(name: string): string | undefined {
  const accent = ACCENTS.get(name.slice(1));
  return accent === undefined ? undefined : `${name[0]}${accent}`.normalize('NFC');
}
