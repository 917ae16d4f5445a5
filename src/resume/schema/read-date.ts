import { toAsciiDigits } from './ascii-digits.ts';
import { isDate } from './is-date.ts';
import { readMonthName } from './month-names.ts';

// What people write for "it goes on", in the languages that the page has words in and some more.
const ongoingWords = new Set(
  `present|presently|now|current|currently|today|ongoing|to date|to present|till date|till now|until now|until today|-|–|—
|heute|aktuell|jetzt|derzeit|gegenwart|laufend|bis heute|bis jetzt|andauernd
|présent|present|aujourd'hui|aujourd’hui|actuellement|actuel|en cours|à ce jour|maintenant|à présent
|actualidad|la actualidad|presente|actual|actualmente|hoy|ahora|en curso|hasta la fecha|fecha actual
|oggi|attuale|attualmente|in corso|ad oggi|adesso
|atual|atualmente|hoje|até hoje|atualidade|o momento|em andamento|até o momento|até ao presente
|heden|nu|vandaag|huidig|tot heden
|idag|i dag|nuvarande|pågående|nå|nåværende|pågår|nuværende|nykyinen|nykyään|nyt|tällä hetkellä|meneillään
|obecnie|teraz|nadal|do teraz|do dziś|do chwili obecnej|w trakcie
|současnost|dosud|nyní|dnes|do současnosti|súčasnosť|doteraz|dodnes|teraz
|günümüz|halen|devam ediyor|bugün|şu an|şimdi
|настоящее время|по настоящее время|наст. время|н.в.|н. в.|сейчас|по сей день|теперь|дотепер|зараз|теперішній час|досі|по теперішній час|сега|до момента|в момента
|jelenleg|jelen|napjainkig|ma|prezent|în prezent|in prezent|acum|astăzi
|σήμερα|παρόν|τώρα|έως σήμερα
|الآن|حتى الآن|حاليا|حاليًا|حالياً|الحاضر|الوقت الحاضر|حتى الوقت الحاضر|اليوم|مستمر
|اکنون|تاکنون|هم اکنون|هم‌اکنون|کنون|حال|حال حاضر|تا کنون|ادامه دارد|امروز|حالا
|היום|כיום|נוכחי|עד היום|הווה|עכשיו|כעת
|現在|現在まで|今|至現在|在職中|在学中|継続中|至今|现在|目前|迄今|今日|如今|現今
|현재|지금|재직중|재직 중|재학중|재학 중|현재까지
|hiện tại|hiện nay|nay|đến nay|bây giờ
|वर्तमान|अभी|अब तक|आज|अब
|sekarang|saat ini|kini|hingga sekarang|hingga kini|kasalukuyan|ปัจจุบัน|sadašnjost|danas|sada|trenutno|sedanjost|danes|trenutno
|praegu|käesolev|dabar|iki dabar|tagad|šobrīd|avui|actualitat|fins avui|present dia|gaur egun|hoxe|heden ten dage`.split(
    /\s*\|\s*/,
  ),
);

/** Tells whether an end date says in words that there is no end yet. */
export function isOngoing(text: string): boolean {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^\((.*)\)$/u, '$1')
    .replace(/(?<=\p{L}\p{L})[.!]$/u, '');
  return ongoingWords.has(words);
}

/**
 * Every date that a text can mean: `2015/1`, `01.2015`, `Jan 2015`, `15 de enero de 2015`, `January 15, 2015`, `2015年1月`,
 * a date with a time. None where it is no date, several where it can be read in more ways than one.
 */
export function readDate(text: string): readonly string[] {
  return [...new Set(readForms(toAsciiDigits(text)))].filter(isDate);
}

type ReadPeriod = { readonly start: string; readonly end: string | undefined };

const separatorPattern =
  /[–—―~～→至到迄]|-+|\s(?:to|until|till|thru|through|bis|à|au|jusqu'à|a|al|hasta|até|ao|t\/m|tot|til|till|do|по|до|až|sampai|đến|đến nay)\s|から/giu;

/** Reads two dates in one text, `Aug 2018 – Present` or `2015-2017`; the end is absent while it goes on. */
export function readPeriod(text: string): ReadPeriod | undefined {
  const found = new Map<string, ReadPeriod>();
  for (const { index, 0: separator } of text.slice(0, 80).matchAll(separatorPattern)) {
    const start = readOnlyDate(text.slice(0, index).trim());
    const rest = text.slice(index + separator.length).trim();
    if (start === undefined) continue;
    const end = readOnlyDate(rest);
    if (isOngoing(rest)) found.set(start, { start, end: undefined });
    else if (end !== undefined) found.set(`${start} ${end}`, { start, end });
  }
  const [only, second] = found.values();
  return second === undefined ? only : undefined;
}

/** The date that a text can be read as in one way only. */
function readOnlyDate(text: string): string | undefined {
  const [date, other] = readDate(text);
  return other === undefined ? date : undefined;
}

const fillers = new Set("de del of d' г р года року roku a anno".split(' '));

function readForms(text: string): readonly string[] {
  const timestamp = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(text);
  if (timestamp?.[1]) return [timestamp[1]];
  const eastern = /^(\d{4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일])?)?$/u.exec(text);
  if (eastern) return [joinDate(...eastern.slice(1).filter((part) => part !== undefined))];

  const parts = text
    .toLowerCase()
    .replace(/tháng (\d{1,2})(?:,? năm)?/u, '$1')
    .replaceAll(/(?<=\d)(?:st|nd|rd|th|er|º|ª|°)(?=[\s,.]|$)/g, '')
    .replaceAll(/(?<=\s|^)d[’'](?=\p{L})/gu, '')
    .split(/[-/.,،\s]/)
    .filter((part) => part !== '' && !fillers.has(part));
  if (parts.length > 3) return [];
  const named = parts.findIndex((part) => /\D/.test(part));
  if (named < 0) return orderNumbers(parts, text);
  // One month by its name, and nothing else but numbers: two names are a period, whatever stands between them.
  const month = readMonthName(parts[named] ?? '');
  const [a = '', b] = parts.filter((_, index) => index !== named);
  if (month === undefined) return [];
  return b === undefined ? [joinDate(a, month)] : [joinDate(a, month, b), joinDate(b, month, a)];
}

/** Every order in which numbers might be a date. */
function orderNumbers([a = '', b, c]: readonly string[], text: string): readonly string[] {
  if (b === undefined) return [a];
  if (c === undefined) return [joinDate(a, b), joinDate(b, a)];
  // With dots the day comes first everywhere; with slashes it depends on the country.
  const byCountry = text.includes('.') ? [] : [joinDate(c, a, b)];
  return [joinDate(a, b, c), ...byCountry, joinDate(c, b, a)];
}

function joinDate(...parts: readonly string[]): string {
  return parts.map((part) => part.padStart(2, '0')).join('-');
}
