import type { Values } from './values.ts';

/** Two letters that are in use beside those of ISO 3166; Europass writes EL and UK. */
const otherCodes: ReadonlyMap<string, string> = new Map(Object.entries({ UK: 'GB', EL: 'GR' }));
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    usa: 'US',
    'u.s.': 'US',
    'u.s.a.': 'US',
    'united states of america': 'US',
    uk: 'GB',
    'great britain': 'GB',
    england: 'GB',
    turkey: 'TR',
    'czech republic': 'CZ',
    'the netherlands': 'NL',
  }),
);

/** A country's code by its code or its English name; what is neither stays a name. */
export function readCountry(text: string | undefined): Values {
  if (text === undefined) return {};
  const capitals = text.toUpperCase();
  if (/^[A-Z]{2}$/.test(capitals)) return { countryCode: otherCodes.get(capitals) ?? capitals };
  const countryCode = otherNames.get(text.toLowerCase()) ?? findCode(text.toLowerCase());
  return countryCode === undefined ? { country: text } : { countryCode };
}

function findCode(name: string): string | undefined {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  // Of a country that has had two codes the old one, such as DD, is not its own canonical form.
  return codes.find(
    (code) => names.of(code)?.toLowerCase() === name && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`,
  );
}

/** A language's English name by its code, as people write it; anything else stays as it is. */
export function readLanguageName(text: string | undefined): string | undefined {
  if (text === undefined || !/^[a-z]{2,3}$/i.test(text)) return text;
  const code = bibliographic.get(text.toLowerCase()) ?? text.toLowerCase();
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code) ?? text;
}

/** The codes of ISO 639-2/B that differ from those that programs know. */
const bibliographic: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alb: 'sq',
    arm: 'hy',
    baq: 'eu',
    bur: 'my',
    chi: 'zh',
    cze: 'cs',
    dut: 'nl',
    fre: 'fr',
    geo: 'ka',
    ger: 'de',
    gre: 'el',
    ice: 'is',
    mac: 'mk',
    mao: 'mi',
    may: 'ms',
    per: 'fa',
    rum: 'ro',
    slo: 'sk',
    tib: 'bo',
    wel: 'cy',
  }),
);
