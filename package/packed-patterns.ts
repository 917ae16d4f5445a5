// Saves 10 of a check's 76 ms, in the package alone. V8 takes up to a millisecond to make a pattern with a class of Unicode such as
// \p{Ll}, and as long again to use it once; our code and marked have a hundred of them, and most commands use a few, on texts of
// Latin-1. So pass-patterns.ts, when the package is packed, writes `createLatePattern('\\p{Ll}+', 'gu')` for `/\p{Ll}+/gu`. What that
// gives stands for a RegExp wherever a text takes one (`replace`, `split` …). It makes the pattern when it is first used; and for a text
// of Latin-1 it makes another in its place, with what the class has of those 256 signs written out ([a-zµß-öø-ÿ]+), which V8 does at once.
// test/package/packed-patterns.test.ts holds each pattern against the one that it stands for.
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

/** The same for texts of Latin-1, without the flag u; nothing where a class is not known, or where that flag means more than classes. */
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
