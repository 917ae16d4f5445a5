import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * The `tel:` address that dials a number as people write it: `+44 (0)20 7946 0958` without the zero, an extension after the
 * number, and without `+` the country's own way, where the country is known. `undefined` for what is no number at all.
 */
export function dialPhone(written: string, country?: string): string | undefined {
  // Of two numbers the first.
  const text = written.replace(/\s*[/,;|]\s*\+.*$/s, '');
  const parsed = parsePhoneNumberFromString(text, country as CountryCode | undefined);
  if (parsed?.isPossible()) return parsed.getURI();
  // As good as it gets without a country: what is dialed from next door.
  const [, number = '', extension] =
    /^([+\d\s()./\-–]+?)(?:\s*(?:[,;]?\s*\p{L}+\.?|#)\s*(\d+))?$/u.exec(text.trim()) ?? [];
  const digits = number.replace(/(?<=^\(?\+.*)\(0\)/, '').replace(/[^+\d]/g, '');
  if (digits.length < 3) return undefined;
  return `tel:${digits}${extension ? `;ext=${extension}` : ''}`;
}
