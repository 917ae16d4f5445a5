import labels from '../src/site/labels.json' with { type: 'json' };
import { joinList, nameCountry, readScript, writeDate } from '../src/site/language-data.ts';

/** What Intl says of a language, written down. */
export type LanguageData = ReturnType<typeof readScript> & {
  readonly separator: string;
  /** By ISO 3166 code. */
  readonly countries: Readonly<Record<string, string>>;
  /** The language's ten digits. */
  readonly digits: string;
  /** How dates are written, with `{y}`, `{d}` and `{dd}` for the numbers: a year; each month of one; a day of each month. */
  readonly year: string;
  readonly months: readonly string[];
  readonly days: readonly string[];
};

/** The languages that pages have headings in, and variants of them that many write. */
export const languages: readonly string[] = [...Object.keys(labels), 'en-GB', 'en-US', 'pt-BR'];

/** Asks Intl what a page may want to know of a language. */
export function describeLanguage(tag: string): LanguageData {
  const numbers = new Intl.NumberFormat(tag, { useGrouping: false });
  const digits = Array.from({ length: 10 }, (_, digit) => numbers.format(digit)).join('');
  // Numbers that no month has.
  const [year, day] = [2222, 28];
  const form = (month: number | undefined, one: number | undefined, mark: string) =>
    writeDate(tag, [year, month, one]).replace(numbers.format(year), '{y}').replace(numbers.format(day), mark);
  // Some write the third as 03.
  const isPadded = form(1, 3, '').includes(numbers.format(0) + numbers.format(3));
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return {
    ...readScript(tag),
    separator: joinList(['', ''], { formats: tag }),
    countries: Object.fromEntries(listCountries().map((code) => [code, nameCountry(code, tag) ?? code])),
    digits,
    year: form(undefined, undefined, ''),
    months: months.map((month) => form(month, undefined, '')),
    days: months.map((month) => form(month, day, isPadded ? '{dd}' : '{d}')),
  };
}

type DateParts = Parameters<typeof writeDate>[1];

/** Writes a date as `writeDate` does. */
export function fillForm({ digits, year: alone, months, days }: LanguageData, [year, month, day]: DateParts): string {
  const form = month === undefined ? alone : (day === undefined ? months : days)[month - 1];
  const write = (number: string) => number.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  const written = write(String(day));
  return (form ?? '')
    .replace('{y}', write(String(year)))
    .replace('{d}', written)
    .replace('{dd}', written.padStart(2, digits));
}

function listCountries(): readonly string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.filter((code) => nameCountry(code, 'en') !== code);
}
