// To make a pattern with a class of Unicode such as \p{L} takes V8 up to a millisecond, and to use it once as long again: an
// eighth of a check. In the package it is made where it is used, and where the text is Latin-1, as most is, with what the class has of that.
import { latinClasses } from './latin-classes.ts';

// To look through more would cost more than it saves where a long text is read from many places.
const maxLength = 2_000;
const beyondLatin = /[^\0-\xff]/;

/** A pattern that is made when it is used. It does all that one does whose flags are of g, s, u and y. */
export function createLatePattern(source: string, flags = ''): RegExp {
  return new LatePattern(source, flags) as unknown as RegExp;
}

class LatePattern {
  lastIndex = 0;
  readonly source: string;
  readonly flags: string;
  #latin: RegExp | 'none' | undefined;
  #full: RegExp | undefined;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
  }

  exec(text: string) {
    return this.#use(text, (pattern) => pattern.exec(text));
  }

  test(text: string) {
    return this.exec(text) !== null;
  }

  [Symbol.match](text: string) {
    return this.#use(text, (pattern) => pattern[Symbol.match](text));
  }

  [Symbol.matchAll](text: string) {
    return this.#use(text, (pattern) => pattern[Symbol.matchAll](text));
  }

  [Symbol.replace](text: string, by: string) {
    return this.#use(text, (pattern) => pattern[Symbol.replace](text, by));
  }

  [Symbol.search](text: string) {
    return this.#use(text, (pattern) => pattern[Symbol.search](text));
  }

  [Symbol.split](text: string, limit?: number) {
    return this.#use(text, (pattern) => pattern[Symbol.split](text, limit));
  }

  #use<Result>(text: string, run: (pattern: RegExp) => Result): Result {
    const pattern = this.#choose(text);
    pattern.lastIndex = this.lastIndex;
    const result = run(pattern);
    this.lastIndex = pattern.lastIndex;
    return result;
  }

  #choose(text: string): RegExp {
    if (text.length <= maxLength && !beyondLatin.test(text)) {
      this.#latin ??= writeLatin(this.source, this.flags) ?? 'none';
      if (this.#latin !== 'none') return this.#latin;
    }
    this.#full ??= new RegExp(this.source, this.flags);
    return this.#full;
  }
}

/** The same for texts of Latin-1; nothing where that is not known, or where code points are not what they were. */
function writeLatin(source: string, flags: string): RegExp | undefined {
  if (!flags.includes('u') || /[iv]/.test(flags) || /[\ud800-\udfff]|\\u\{/.test(source)) return undefined;
  let isInside = false;
  let isKnown = true;
  const written = source.replace(/\\p\{([^}]+)\}|\\.|[[\]]/gs, (part, name?: string) => {
    if (part === '[') isInside = true;
    if (part === ']') isInside = false;
    if (name === undefined && part !== '\\P') return part;
    const letters = latinClasses[name ?? ''];
    if (letters === undefined) isKnown = false;
    return isInside ? `${letters}` : `[${letters}]`;
  });
  return isKnown ? new RegExp(written, flags.replace('u', '')) : undefined;
}
