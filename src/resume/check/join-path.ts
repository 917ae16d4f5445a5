import { quoteValue } from '../quote-value.ts';

/** Adds a key to a path: `work[0]` and `name` make `work[0].name`; unusual keys stand in brackets and quotes. */
export function joinPath(path: string, key: string): string {
  if (!/^[\w$-]{1,60}$/.test(key)) return `${path}[${quoteValue(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}
