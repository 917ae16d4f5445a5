import type { Report } from './source-node.ts';

export type JsonToken = {
  readonly kind: 'text' | 'word' | '{' | '}' | '[' | ']' | ',' | ':' | 'end';
  readonly start: number;
  readonly end: number;
  /** What a text says, without quotes and escapes; otherwise as written. */
  readonly value: string;
};

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Cuts JSON into tokens without its spaces and comments. */
export function scanJson(text: string, report: Report): readonly JsonToken[] {
  const tokens: JsonToken[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (/\s/.test(character)) {
      at += 1;
    } else if (text.startsWith('//', at)) {
      at += readAt(/[^\n]*/y, text, at).length;
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) report(at, 'This comment is never closed; write */ at its end.');
      at = end < 0 ? text.length : end + 2;
    } else {
      const token = scanToken(text, at, character, report);
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

function scanToken(text: string, start: number, character: string, report: Report): JsonToken {
  switch (character) {
    case '{':
    case '}':
    case '[':
    case ']':
    case ',':
    case ':':
      return { kind: character, start, end: start + 1, value: character };
    case '"':
      return scanText(text, start, report);
    case "'": {
      report(start, 'Text needs double quotes in JSON; write " instead of \'.');
      const quoted = readAt(/'[^'\n]*'?/y, text, start);
      return { kind: 'text', start, end: start + quoted.length, value: quoted.replaceAll("'", '') };
    }
    default: {
      const value = readAt(/(?:[^\s{}[\],:"/]|\/(?![/*]))+/y, text, start) || character;
      return { kind: 'word', start, end: start + value.length, value };
    }
  }
}

function scanText(text: string, start: number, report: Report): JsonToken {
  let value = '';
  let at = start + 1;
  for (;;) {
    const end = findTextEnd(text, at);
    value += text.slice(at, end);
    at = end;
    if (text[at] === '"') return { kind: 'text', start, end: at + 1, value };
    if (text[at] !== '\\' || at + 1 >= text.length || text[at + 1] === '\n') break;
    const code = /^[0-9a-f]{4}$/i.exec(text.slice(at + 2, at + 6))?.[0];
    const isCode = text[at + 1] === 'u' && code !== undefined;
    const meaning = isCode ? String.fromCharCode(Number.parseInt(code, 16)) : escapes[text[at + 1] ?? ''];
    if (meaning === undefined) {
      report(at, 'This backslash means nothing in JSON; write two for one.');
    }
    value += meaning ?? '';
    at += isCode ? 6 : 2;
  }
  report(start, 'This quote is never closed; write " at the end of the text.');
  // What ends the line is more likely JSON than text; so the next line is read as it was meant.
  const body = text.slice(start + 1, at);
  const end = start + 1 + body.length - (/[\s,}\]]*$/.exec(body.slice(-20))?.[0].length ?? 0);
  return { kind: 'text', start, end, value };
}

/** The offset of the next quote, backslash or line end. */
function findTextEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"' && text[at] !== '\\' && text[at] !== '\n') at += 1;
  return at;
}

function readAt(pattern: RegExp, text: string, start: number): string {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? '';
}
