import type { Values } from './values.ts';

type Link = { readonly text: string; readonly url: string };

const linkPattern =
  /(?<!\\)!?\[([^[\]]*)\]\(\s*<?(https?:\/\/[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*|mailto:[^\s()<>]+)>?(?:\s+"[^"]*")?\s*\)/g;
/** Signs on both sides of some words; those within a word are letters: `snake_case`. */
const markPattern = /(?<![\p{L}\p{N}\\*_])([*_]{1,3})(?=\S)([^\n]*?[^\s\\])\1(?![\p{L}\p{N}*_])/gu;
const codePattern = /(?<![\\`])(`+)(?!`)([^\n]*?[^`])\1(?!`)/g;

/** The words of one line of Markdown, and the addresses that its links lead to. */
export function readPlain(markdown: string): { readonly text: string; readonly links: readonly Link[] } {
  if (!/[*_`[\\]/.test(markdown)) return { text: markdown, links: [] };
  const links: Link[] = [];
  const words = markdown.replaceAll(linkPattern, (_, text: string, url: string) => {
    links.push({ text: dropMarks(text), url });
    return text === '' ? url : text;
  });
  return { text: dropMarks(words), links };
}

function dropMarks(text: string): string {
  // Twice, because one may stand around the other.
  const bare = text.replaceAll(markPattern, '$2').replaceAll(markPattern, '$2').replaceAll(codePattern, '$2');
  return bare.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1').trim();
}

/** What may hold Markdown, or is for programs; everything else is a line of plain text. */
const otherTexts = new Set(
  'summary description reference highlights url startDate endDate date releaseDate doi email phone image'.split(' '),
);
/** Sections whose entries have no address. */
const withoutUrl = new Set(['skills', 'languages', 'interests']);

/**
 * Makes plain text of the names and titles of an entry that was written in Markdown throughout. The first link becomes the
 * entry's address where it has none; a further one goes into its text, so that it isn't lost.
 */
export function toPlainValues(section: string, values: Values): Values {
  const links: Link[] = [];
  const read = (markdown: string): string => {
    const plain = readPlain(markdown);
    links.push(...plain.links);
    return plain.text;
  };
  const entries = Object.entries(values).map(([key, value]): [string, Values[string]] => {
    if (otherTexts.has(key)) return [key, value];
    if (typeof value === 'string') return [key, read(value)];
    return [key, Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? read(one) : one)) : value];
  });
  const plain = Object.fromEntries(entries);
  const takesUrl = !withoutUrl.has(section) && (plain.url === undefined || plain.url === '');
  const [first, ...others] = takesUrl ? links : [undefined, ...links];
  const more = others.filter((link): link is Link => link !== undefined && link.url !== plain.url);
  if (links.length === 0) return plain;
  const prose = section === 'projects' ? 'description' : section === 'references' ? 'reference' : 'summary';
  const text = [plain[prose], ...more.map(({ text, url }) => `[${text}](${url})`)].filter(Boolean).join('\n\n');
  return { ...plain, ...(first && { url: first.url }), ...(text !== '' && { [prose]: text }) };
}
