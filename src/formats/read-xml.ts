import { SaxesParser } from 'saxes';
import type { ResumeData } from '#resume';

type Element = { readonly name: string; readonly children: [string, ResumeData][]; text: string };

type ReadXml =
  | { readonly name: string; readonly data: ResumeData; readonly mistake?: undefined }
  | { readonly name?: undefined; readonly data?: undefined; readonly mistake: string };

const maxDepth = 60;

/**
 * Reads XML into plain data: an element with nothing but text is that text, any other a group of its attributes (`@name`) and
 * elements, without the prefixes of their names; a name that comes several times is a list, and text beside elements is `#text`.
 * A document type, which could define entities, is refused.
 */
export function readXml(text: string): ReadXml {
  const parser = new SaxesParser();
  const open: Element[] = [];
  let root: ReadXml | undefined;
  let mistake: string | undefined;
  const refuse = (sentence: string): void => {
    mistake ??= sentence;
  };

  parser.on('error', ({ message }) => refuse(`The file is not well-formed XML (${message}). Export it again.`));
  parser.on('doctype', () =>
    refuse('The file has a document type (<!DOCTYPE …>), which no export has. Remove that line.'),
  );
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= maxDepth)
      refuse(`The file has more than ${maxDepth} levels, one inside the other. Name another file.`);
    const kept = Object.entries(attributes).filter(([key]) => !/^(?:xmlns|xsi)(?::|$)/.test(key));
    open.push({
      name: dropPrefix(name),
      children: kept.map(([key, value]) => [`@${dropPrefix(key)}`, value]),
      text: '',
    });
  });
  const addText = (part: string): void => {
    const element = open.at(-1);
    if (element) element.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    const parent = open.at(-1);
    if (parent) parent.children.push([element.name, toData(element)]);
    else root = { name: element.name, data: toData(element) };
  });

  // In pieces, so that a file that is refused early is not read to its end.
  for (let at = 0; at < text.length && mistake === undefined; at += 65_536) parser.write(text.slice(at, at + 65_536));
  if (mistake === undefined) parser.close();
  if (mistake !== undefined) return { mistake };
  return root ?? { mistake: 'The file has no element. Export it again.' };
}

function toData({ children, text }: Element): ResumeData {
  const words = text.trim();
  if (children.length === 0) return words;
  const groups = new Map<string, ResumeData[]>();
  for (const [name, data] of words === '' ? children : [...children, ['#text', words] as const]) {
    const group = groups.get(name);
    if (group) group.push(data);
    else groups.set(name, [data]);
  }
  return Object.fromEntries(
    [...groups].map(([name, group]) => [name, group.length === 1 ? (group[0] ?? null) : group]),
  );
}

function dropPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
