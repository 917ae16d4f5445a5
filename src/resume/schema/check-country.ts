import type { InvalidValue } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';

/** ISO 3166-1 alpha-2, the officially assigned codes. */
const codes = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s/),
);

const nicknames: ReadonlyMap<string, string> = new Map([
  ['uk', 'GB'],
  ['gbr', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['great britain', 'GB'],
  ['usa', 'US'],
  ['u.s.', 'US'],
  ['u.s.a.', 'US'],
  ['america', 'US'],
  ['united states of america', 'US'],
  ['czech republic', 'CZ'],
  ['turkey', 'TR'],
  ['holland', 'NL'],
]);

/** People write their country's name in English or in their own language. */
const languages = 'en de es fr it nl pl pt sv da nb fi cs sk ro hu tr vi ru uk el ar fa he hi ja ko zh zh-Hant'.split(
  ' ',
);

/** Accepts a country's code of two capital letters. */
export function checkCountry(text: string): InvalidValue | undefined {
  if (codes.has(text)) return undefined;
  const code = findCode(text);
  const value = quoteValue(text);
  if (code !== undefined) return { message: `${value} is not a country code; write ${code}.`, instead: code };
  return { message: `${value} is not a country code; write the two letters of ISO 3166, such as DE or US.` };
}

function findCode(text: string): string | undefined {
  const name = text.toLowerCase();
  if (codes.has(text.toUpperCase())) return text.toUpperCase();
  const nickname = nicknames.get(name);
  if (nickname !== undefined) return nickname;
  for (const language of languages) {
    const code = listNames(language).get(name);
    if (code !== undefined) return code;
  }
  return undefined;
}

const known = new Map<string, ReadonlyMap<string, string>>();

/** Every country's name in a language, which takes so long to ask for that it is kept. */
function listNames(language: string): ReadonlyMap<string, string> {
  const kept = known.get(language);
  if (kept !== undefined) return kept;
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const list = new Map([...codes].map((code) => [(names.of(code) ?? code).toLowerCase(), code]));
  known.set(language, list);
  return list;
}
