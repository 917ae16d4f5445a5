import { formatAddress as formatPostal } from 'localized-address-format';
import type { Location } from '#resume';
import { joinList, type Locale } from './locale.ts';

/** Writes an address in one line, its parts in the order of its country: the town before the ZIP code in the US, after it in Germany. */
export function formatAddress(location: Location, locale: Locale): string {
  const { countryCode } = location;
  const country = countryCode ? nameCountry(countryCode, locale) : location.country;
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

function nameCountry(code: string, { formats }: Locale): string | undefined {
  return new Intl.DisplayNames([formats, 'en'], { type: 'region' }).of(code);
}

function orderLines({ address, postalCode, city, region, countryCode }: Location): readonly string[] {
  const parts = [address, postalCode, city, region].filter((part) => part !== undefined);
  const place = {
    ...(countryCode && { postalCountry: countryCode }),
    ...(address && { addressLines: address.split('\n') }),
    ...(postalCode && { postalCode }),
    ...(city && { locality: city }),
    ...(region && { administrativeArea: region }),
  };
  // Latin letters in Tokyo are a foreigner's way to write the address, which has an order of its own.
  const script = /^[\p{sc=Latin}\p{sc=Common}]*$/u.test(parts.join('')) ? 'latin' : 'local';
  const format = (more: object) => formatPostal({ ...place, ...more }, script);
  const lacks = (lines: readonly string[], part?: string) => part !== undefined && !lines.join('\n').includes(part);
  const first = countryCode ? format({}) : [address, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean);
  // Some countries' addresses know no town apart from the region: then it is part of it.
  const wide = [region, city].filter(Boolean);
  const joined = isWrittenDensely(parts) ? wide.join('') : wide.reverse().join('\n');
  const lines = (
    countryCode && lacks(first as string[], city) ? format({ administrativeArea: joined }) : first
  ) as string[];
  // The letters before some countries' codes are for mail from abroad; here the country is named.
  const bareCode = (line: string) => line.replace(new RegExp(`\\b(?:${countryCode}-)+(?=\\d)`), '');
  const bare = lines.flatMap((line) => bareCode(line).split('\n'));
  return [...bare, ...parts.filter((part) => part.split('\n').some((line) => lacks(bare, bareCode(line))))];
}
