import { formatAddress as formatPostal } from 'localized-address-format';
import type { Location } from '#resume';
import { joinList, nameCountry } from './language-data.ts';
import type { Locale } from './locale.ts';

/** Writes an address in one line, its parts in the order of its country: the town before the ZIP code in the US, after it in Germany. */
export function formatAddress(location: Location, locale: Locale): string {
  const { countryCode } = location;
  const named = countryCode ? nameCountry(countryCode, locale.formats) : location.country;
  // A town that is a country, such as Singapore, is said once.
  const country = [location.city, location.region].some((part) => isSame(part, named)) ? undefined : named;
  const lines = orderLines(location);
  // Written from the greatest to the smallest, without a space, after the country.
  if (isWrittenDensely(lines)) {
    return joinList([country, lines.join('').replace(/^(〒?[\d-]+)\s*/, '$1 ')].filter(Boolean) as string[], locale);
  }
  return joinList([...lines, country].filter(Boolean) as string[], locale);
}

function isWrittenDensely(parts: readonly string[]): boolean {
  return parts.some((part) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(part));
}

function isSame(one = '', other = ''): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function orderLines({ address, postalCode: code, city, region: wide, countryCode }: Location): readonly string[] {
  // The letters before some countries' codes are for mail from abroad; here the country is named.
  const postalCode = code?.replace(/^(?:[A-Z]{1,3}-)+(?=\d)/, '');
  const region = isSame(wide, city) ? undefined : wide;
  const parts = [address, postalCode, city, region].filter((part) => part !== undefined);
  const place = {
    ...(countryCode && { postalCountry: countryCode }),
    ...(address && { addressLines: splitLines(address) }),
    ...(postalCode && { postalCode }),
    ...(city && { locality: city }),
    ...(region && { administrativeArea: region }),
  };
  // Latin letters in Tokyo are a foreigner's way to write the address, which has an order of its own.
  const script = /^[\p{sc=Latin}\p{sc=Common}]*$/u.test(parts.join('')) ? 'latin' : 'local';
  const format = (more: object) => formatPostal({ ...place, ...more }, script);
  const lacks = (lines: readonly string[], part?: string) =>
    part !== undefined && !lines.join('\n').toUpperCase().includes(part.toUpperCase());
  const first = countryCode ? format({}) : [address, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean);
  // Some countries' addresses know no town apart from the region: then it is part of it.
  const both = [region, city].filter(Boolean);
  const joined = isWrittenDensely(parts) ? both.join('') : both.reverse().join('\n');
  const lines = (
    countryCode && lacks(first as string[], city) ? format({ administrativeArea: joined }) : first
  ) as string[];
  // "Sydney NSW" is how it is written there; the whole name of a region is none of the town's.
  const separate = (line: string) =>
    city && region && region.length > 3 ? line.replace(`${city} ${region}`, () => `${city}, ${region}`) : line;
  // The library writes some towns in capitals, and letters before some codes.
  const restore = (line: string) => {
    const typed = separate(city ? line.replace(city.toUpperCase(), () => city) : line);
    const at = postalCode ? typed.lastIndexOf(postalCode) : 0;
    return at > 0 ? typed.slice(0, at).replace(/(?:\b[A-Z]{1,3}-)+$/, '') + typed.slice(at) : typed;
  };
  const bare = lines.flatMap((line) => restore(line).split('\n'));
  const said = bare.join('\n').toUpperCase();
  return [...bare, ...parts.filter((part) => splitLines(part).some((line) => !said.includes(line.toUpperCase())))];
}

// No address has more; each is looked for in all of it.
const maxLines = 20;

function splitLines(text: string): string[] {
  const lines = text.split('\n');
  return lines.length <= maxLines ? lines : [...lines.slice(0, maxLines - 1), lines.slice(maxLines - 1).join('\n')];
}
