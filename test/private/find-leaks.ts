/** A text that somebody can read somewhere: a file, an answer, a line of a log. */
export type Readable = { readonly place: string; readonly text: string };

/** Where any of the values can be read, in plain or in a form that a program turns back: `escaped email in site/index.html`. */
export function findLeaks(values: Readonly<Record<string, string>>, readables: readonly Readable[]): readonly string[] {
  const needles = Object.entries(values).flatMap(([name, value]) => listForms(name, value));
  const leaks = readables.flatMap(({ place, text }) =>
    listReadings(text).flatMap((reading) =>
      needles.filter(({ form }) => reading.includes(form)).map(({ name, how }) => `${name} ${how} in ${place}`),
    ),
  );
  return [...new Set(leaks)].sort();
}

type Form = { readonly name: string; readonly how: string; readonly form: string };

function listForms(name: string, value: string): readonly Form[] {
  const form = (how: string, text: string): Form => ({ name, how, form: text });
  const texts = [...new Set([value, value.normalize('NFD')])];
  const digits = value.replace(/\D/g, '');
  return [
    ...texts.flatMap((text) => [
      form('plain', fold(text)),
      form('reversed', fold([...text].reverse().join(''))),
      ...[0, 1, 2].map((shift) => form('in Base64', encodeInside(text, shift))),
      ...[0, 1, 2].map((shift) =>
        form('in Base64 of a URL', encodeInside(text, shift).replaceAll('+', '-').replaceAll('/', '_')),
      ),
      form('in hexadecimal', Buffer.from(text).toString('hex')),
      form('in UTF-16', Buffer.from(text, 'utf16le').swap16().toString('hex')),
      form('in UTF-16', fold(Buffer.from(text, 'utf16le').toString('latin1'))),
      form('in UTF-16', fold(Buffer.from(text, 'utf16le').swap16().toString('latin1'))),
      form('as Latin-1', fold(Buffer.from(text).toString('latin1'))),
    ]),
    ...(digits.length > 6 && !/\p{L}/u.test(value) ? [form('as digits', `#${digits.slice(-8)}`)] : []),
  ];
}

/** What of a text's Base64 is the same wherever in a longer text it stands. */
function encodeInside(text: string, shift: number): string {
  const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64');
  return encoded.slice(shift === 0 ? 0 : shift + 1, -4);
}

/** A text as it is, and as programs read it. */
function listReadings(text: string): readonly string[] {
  const decoded = [
    text,
    text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escaped) => Buffer.from(escaped.replaceAll('%', ''), 'hex').toString()),
    text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));?/gi, (whole, decimal, hex, name: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    }),
    text.replaceAll(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  ];
  return [
    ...new Set(decoded.flatMap((one) => [one, fold(one), one.replaceAll(/\s/g, '').toLowerCase()])),
    // One number after another, whatever stands between their digits.
    `#${text
      .replaceAll(/(?<=\d)[ ()./\u00a0-]{1,3}(?=\d)/g, '')
      .match(/\d{8,40}/g)
      ?.map((number) => number.slice(-8))
      .join('#')}`,
  ];
}

const entities: Readonly<Record<string, string>> = {
  uuml: 'ü',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  plus: '+',
  commat: '@',
  period: '.',
  nbsp: ' ',
  amp: '&',
  sol: '/',
  comma: ',',
};

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[\s\u00a0]+/g, ' ');
}
