const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
};
const ENTITY = /(?<!\\)&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;
const PAIRED = 'p|b|strong|i|em|u|s|ul|ol|li|a|span|div|h[1-6]|code|small|sup|sub|mark|font|center|blockquote';
const TAGS = new RegExp(`(?<!\\\\)<(?:(?:${PAIRED})(?:\\s[^<>]*)?|/(?:${PAIRED})|br\\s*/?|/br|hr\\s*/?)>`, 'gi');

/** Tells whether a text is written in HTML: a tag with its end, a line break, or a character by its name. */
export function holdsHtml(text: string): boolean {
  if (!/[<&]/.test(text)) return false;
  if (/<br\s*\/?>/i.test(text)) return true;
  if ([...text.matchAll(ENTITY)].some((found) => decode(found) !== undefined)) return true;
  return [...text.matchAll(new RegExp(`</(${PAIRED})>`, 'gi'))].some(([, name = '']) =>
    new RegExp(`<${name}(?:\\s[^<>]*)?>`, 'i').test(text),
  );
}

/** Says the same in Markdown, with `isLine` as one line of plain text; nothing where that is HTML still. */
export function convertHtml(html: string, isLine: boolean): string | undefined {
  const converted = writeMarkdown(html, isLine);
  return converted === '' || holdsHtml(converted) ? undefined : converted;
}

function writeMarkdown(html: string, isLine: boolean): string {
  const lists: { readonly kind: string; count: number }[] = [];
  const links: string[] = [];
  let markdown = '';
  let at = 0;
  for (const { index, 0: tag } of html.matchAll(TAGS)) {
    markdown += html.slice(at, index) + (isLine ? writeLineTag(tag) : writeTag(tag, lists, links));
    at = index + tag.length;
  }
  markdown += html.slice(at);
  const decoded = markdown.replace(ENTITY, (...found) => {
    const character = decode(found as readonly string[]);
    const after = String(found.at(-1)).slice(Number(found.at(-2)) + String(found[0]).length);
    // A sign that HTML had to spell out is a sign still, not the start of a tag.
    const isTelling =
      (character === '<' && /^[a-z/]/i.test(after)) || (character === '&' && /^(?:#|\w{2,6};)/.test(after));
    return isTelling && !isLine ? `\\${character}` : (character ?? String(found[0]));
  });
  if (isLine) return decoded.replaceAll(/\s+/g, ' ').trim();
  return decoded
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/\n[ \t]+(?!\s*(?:-|\d+\.) )/g, '\n')
    .trim();
}

function writeLineTag(tag: string): string {
  return /^<\/?(?:br|hr|p|div|li|ul|ol|h\d)/i.test(tag) ? ' ' : '';
}

function writeTag(tag: string, lists: { readonly kind: string; count: number }[], links: string[]): string {
  const isEnd = tag.startsWith('</');
  const name = /\w+/.exec(tag)?.[0].toLowerCase() ?? '';
  switch (name) {
    case 'b':
    case 'strong':
      return '**';
    case 'i':
    case 'em':
      return '*';
    case 'code':
      return '`';
    case 'br':
      return '\n';
    case 'ul':
    case 'ol':
      if (isEnd) lists.pop();
      else lists.push({ kind: name, count: 0 });
      return '\n\n';
    case 'li': {
      if (isEnd) return '';
      const list = lists.at(-1);
      if (list) list.count += 1;
      return `\n${'  '.repeat(Math.max(lists.length - 1, 0))}${list?.kind === 'ol' ? `${list.count}.` : '-'} `;
    }
    case 'a': {
      if (isEnd) {
        const url = links.pop();
        return url ? `](${url})` : '';
      }
      const url = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag)?.slice(1).find(Boolean) ?? '';
      const isWeb = /^(?:https?:|mailto:|tel:|\/)[^\s()]*$/i.test(url);
      links.push(isWeb ? url : '');
      return isWeb ? '[' : '';
    }
    case 'p':
    case 'div':
    case 'hr':
    case 'blockquote':
    case 'center':
      return '\n\n';
    default:
      return /^h\d$/.test(name) ? '\n\n' : '';
  }
}

function decode([, decimal, hex, name]: readonly (string | undefined)[]): string | undefined {
  if (name) return ENTITIES[name];
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  const isText = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 127 && code < 160);
  return isText ? String.fromCodePoint(code) : undefined;
}
