import type { Flaw } from '../finding.ts';
import { quoteValue } from '../quote-value.ts';
import { checkUrl } from './check-url.ts';

/** Accepts a file of `public/` by its relative path, or an `https://` address. */
export function checkImage(text: string): Flaw | undefined {
  const value = quoteValue(text);
  if (/^https:/i.test(text)) return checkUrl(text);
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(text)) {
    return {
      message: `${value} is no image to show; write the path of a file in public/, such as photo.jpg, or an https:// address.`,
    };
  }
  const file = text.replace(/^(?:\.?\/)*(?:public\/+)?/, '');
  if (file !== text && isFilePath(file)) {
    return { message: `${value} is not written from public/ on; write ${quoteValue(file)}.`, instead: file };
  }
  if (isFilePath(text)) return undefined;
  return {
    message: `${value} is no path of a file in public/; write one such as photo.jpg, without "..", "\\", "?", "#" or "%".`,
  };
}

function isFilePath(text: string): boolean {
  return !/[\\?#%\p{Cc}\p{Cf}]/u.test(text) && text.split('/').every((part) => !/^\.{0,2}$/.test(part.trim()));
}
