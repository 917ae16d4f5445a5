import { measureDistance } from '../measure-distance.ts';
import { quoteValue } from '../quote-value.ts';
import { isFilePath } from '../schema/check-url.ts';
import type { TextShape } from '../schema/shape.ts';
import type { Context } from './context.ts';

/** Says that `public/` has no file of the name that a link or a photo gives, and which one was probably meant. */
export function explainMissingFile(value: string, { file }: TextShape, context: Context): string | undefined {
  const { publicFiles: files } = context;
  if (files === undefined || file === undefined || /^data:/i.test(value) || (file === 'link' && !isFilePath(value)))
    return undefined;
  const path = findPublicPath(file === 'link' ? value.replace(/[?#].*$/, '') : value);
  if (files.has(path) || path === 'index.html' || path === 'resume.json') return undefined;
  const near = context.searches.left > 0 ? findNear(path, files) : undefined;
  context.searches.left -= 1;
  const asked = near === undefined ? 'put it there' : `did you mean ${quoteValue(near)}`;
  const what = file === 'picture' ? 'the page shows no photo' : 'the page shows no link';
  return near === undefined
    ? `There is no file ${quoteValue(path)} in public/; ${asked}, and until then ${what}.`
    : `There is no file ${quoteValue(path)} in public/; ${asked}? Write that name; until then ${what}.`;
}

/** The path in `public/` of the file that a value may name, composed as the list of those files is. */
export function findPublicPath(value: string): string {
  return decodePath(value)
    .normalize('NFC')
    .replace(/^(?:\.?\/)*(?:public\/+)?/, '')
    .replace(/(^|\/)$/, '$1index.html');
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    // A lone "%" is a part of the name.
    return path;
  }
}

/** The file of nearly that name: in other letters, with another ending, in another folder, or with a slip in it. */
function findNear(path: string, files: ReadonlySet<string>): string | undefined {
  const fold = (name: string) => name.toLowerCase().replace(/^.*\//, '');
  const stem = (name: string) => fold(name).replace(/\.\w+$/, '');
  const all = [...files].slice(0, 1000);
  return (
    all.find((name) => fold(name) === fold(path)) ??
    all.find((name) => stem(name) === stem(path)) ??
    all.find((name) => stem(name).length > 3 && measureDistance(fold(name), fold(path)) <= 2)
  );
}
