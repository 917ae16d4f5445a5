import type { InvalidValue } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';

/** Accepts a file of `public/` by its relative path, or a whole picture as `data:`; the page asks no other host for anything. */
export function checkImage(text: string): InvalidValue | undefined {
  const value = quoteValue(text);
  const leaveOut = (message: string): InvalidValue => ({ message, isLeftOut: true });
  if (/^(?:https?:)?\/\//i.test(text)) {
    return leaveOut(
      `${value} is on another host, which the page never asks for anything; "npx cloud-resume photo URL" brings it into public/ and writes its name here.`,
    );
  }
  if (/^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[\w+/=\s]+$/i.test(text)) return undefined;
  if (/^data:/i.test(text)) {
    return leaveOut(
      'This is not a picture that the page can show; save it as a file in public/ and write its name, such as photo.jpg.',
    );
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) {
    return leaveOut(
      `${value} is not a file of the site; save the picture in public/ and write its name, such as photo.jpg.`,
    );
  }
  const file = text.replace(/^(?:\.?\/)*(?:public\/+)?/, '');
  if (file !== text && isSafePath(file)) {
    return { message: `${value} is not written from public/ on; write ${quoteValue(file)}.`, instead: file };
  }
  if (isSafePath(text)) return undefined;
  return leaveOut(
    `${value} is not the path of a file in public/; write one such as photo.jpg, without "..", "\\", "?", "#" or "%".`,
  );
}

function isSafePath(text: string): boolean {
  return !/[\\?#%\p{Cc}\p{Cf}]/u.test(text) && text.split('/').every((part) => !/^\.{0,2}$/.test(part.trim()));
}
