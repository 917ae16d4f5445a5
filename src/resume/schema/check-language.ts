import type { InvalidValue } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';

/** Accepts a well-formed BCP 47 tag with a language of two or three letters. */
export function checkLanguage(text: string): InvalidValue | undefined {
  if (isLanguageTag(text)) return undefined;
  const value = quoteValue(text);
  const hyphened = text.replaceAll('_', '-').replace(/[.@].*$/, '');
  if (isLanguageTag(hyphened))
    return { message: `${value} is not a language tag; write ${hyphened}.`, instead: hyphened };
  return { message: `${value} is not a language tag; write one such as en, de or pt-BR.` };
}

function isLanguageTag(text: string): boolean {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(text)) return false;
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    // The web standard has no question without an exception for an answer.
    return false;
  }
}
