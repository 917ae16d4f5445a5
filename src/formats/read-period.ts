import type { Part } from './part.ts';

export type Period = { readonly startDate?: string | undefined; readonly endDate?: string | undefined };

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'sv', 'da', 'nb', 'fi', 'cs', 'tr', 'ro', 'hu'];
const ONGOING = new Set(
  `present|now|current|currently|today|ongoing|to date|till date|until now|-|–|—|heute|aktuell|laufend|jetzt|actualidad|actual|presente|hoy|
présent|aujourd'hui|aujourd’hui|en cours|actuel|oggi|attuale|in corso|heden|nu|obecnie|teraz|atual|atualmente|hoje|nuvarande|pågående|i dag|nå|
nykyinen|současnost|günümüz|halen|în prezent|jelenleg|至今|现在|現在|현재|по настоящее время|дотепер|الآن|حتى الآن`
    .split('|')
    .map((word) => word.trim()),
);
/** Between two dates; a hyphen counts only with spaces around it or between two years. */
const BETWEEN = /\s+(?:to|until|till|bis|a|à|al|tot|do|até|–|—|-|→|~|～)\s+|\s*[–—→～]\s*|(?<=^\d{4})-(?=\d{4}$)/iu;

/** Whether a text says that something goes on. */
export function isOngoing(text: string): boolean {
  return ONGOING.has(text.toLowerCase());
}

/** Takes the one text in which somebody wrote both dates; where it cannot be read, it stays as it is, for a person to see. */
export function readPeriod(text: string | undefined): Period {
  if (text === undefined) return {};
  const [start = '', end, ...more] = text.split(BETWEEN);
  if (end === undefined || more.length > 0) return { endDate: readDate(text) };
  const isSure = isDate(readDate(start)) && (isOngoing(end) || isDate(readDate(end)));
  if (!isSure) return { endDate: text };
  return { startDate: readDate(start), endDate: isOngoing(end) ? undefined : readDate(end) };
}

/** Takes the dates of an entry that has them apart; an end in words such as "present" is no end. */
export function takePeriod(start: Part, end: Part): Period {
  const from = start.text();
  const startDate = from && readDate(from);
  if (!isOngoing(end.peek())) return { startDate, endDate: takeDate(end) };
  end.drop();
  return { startDate };
}

/** For entries that happen once: a period with one date in it is that date. */
export function toMoment({ startDate, endDate }: Period): Period & { readonly date?: string | undefined } {
  if (startDate !== undefined && endDate !== undefined && startDate !== endDate) return { startDate, endDate };
  return startDate === undefined || startDate === endDate ? { date: endDate } : { startDate };
}

export function takeDate(part: Part): string | undefined {
  const text = part.text();
  return text === undefined ? undefined : readDate(text);
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` where only one date can be meant, else the text as it was written. */
export function readDate(text: string): string {
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?| \d{2}:\d{2}.*)?$/.exec(text);
  if (iso) return check([iso[1], iso[2], iso[3]], text);

  const parts = text
    .toLowerCase()
    .replaceAll(/(?<=\d)(?:st|nd|rd|th)\b/g, '')
    .split(/[-/.,\s]+|(?<=\d)\s*[年月日]\s*/u)
    .filter((part) => part !== '' && part !== 'de' && part !== 'of');
  const monthNumbers = readMonthNames();
  const isNamed = parts.some((part) => monthNumbers.has(part));
  const [a = '', b, c, ...more] = parts.map((part) => monthNumbers.get(part) ?? part);
  if (more.length > 0) return text;
  if (b === undefined) return text;
  if (c === undefined) return isYear(a) ? check([a, b], text) : check([b, a], text);
  if (isYear(a)) return check([a, b, c], text);
  if (!isYear(c)) return text;
  if (isNamed) return monthNumbers.has(parts[0] ?? '') ? check([c, a, b], text) : check([c, b, a], text);
  // With dots the day comes first everywhere; with slashes it depends on the country.
  if (text.includes('.') || Number(a) > 12 || a === b) return check([c, b, a], text);
  return Number(b) > 12 ? check([c, a, b], text) : text;
}

function check([year, month, day]: readonly (string | undefined)[], otherwise: string): string {
  const digits = [year, month, day].filter((part) => part !== undefined);
  const date = digits.map((part) => part.padStart(2, '0')).join('-');
  return isDate(date) ? date : otherwise;
}

function isDate(text: string): boolean {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year < '1000' || year > '2999') return false;
  if (month !== undefined && (month < '01' || month > '12')) return false;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return day === undefined || (Number(day) >= 1 && Number(day) <= days);
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text);
}

let names: Map<string, string> | undefined;

/** Made once and when a date needs it: sixteen languages take some time. */
function readMonthNames(): ReadonlyMap<string, string> {
  if (names !== undefined) return names;
  names = new Map([['sept', '09']]);
  for (const language of LANGUAGES) {
    for (const form of ['long', 'short'] as const) {
      const { format } = new Intl.DateTimeFormat(language, { month: form, day: 'numeric', timeZone: 'UTC' });
      const alone = new Intl.DateTimeFormat(language, { month: form, timeZone: 'UTC' });
      for (let month = 0; month < 12; month += 1) {
        const date = Date.UTC(2020, month, 1);
        const number = String(month + 1).padStart(2, '0');
        for (const text of [alone.format(date), format(date).replaceAll(/[\d\s]+|\bde\b/g, ' ')]) {
          const name = text.toLowerCase().replaceAll('.', '').trim();
          if (/^\p{L}+$/u.test(name) && !names.has(name)) names.set(name, number);
        }
      }
    }
  }
  return names;
}
