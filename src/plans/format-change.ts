import { knownLater } from './list-differences.ts';
import type { Action, Change } from './read-plan.ts';

const signs: Readonly<Record<Action, string>> = {
  create: '+',
  update: '~',
  replace: '-+',
  destroy: '-',
  move: '~',
  forget: '-',
};

const words: Readonly<Record<Action, string>> = {
  create: 'is created',
  update: 'is updated in place',
  replace: 'is destroyed and created anew',
  destroy: 'is destroyed',
  move: 'gets another address',
  forget: 'is forgotten, but not destroyed',
};

/**
 * Writes a change as lines of text: what happens to which resource, and below it every value. Of what is new, values that nobody
 * knows yet are only counted. No sign in them begins a line, steers a terminal or turns the order of what follows.
 */
export function formatChange({ address, action, differences }: Change): string {
  const told = differences.filter(({ after }) => action !== 'create' || after !== knownLater);
  const lines = told.map(({ path, before, after }) => {
    if (before === undefined) return `+   ${path} = ${after}`;
    return after === undefined ? `-   ${path} = ${before}` : `~   ${path} = ${before} → ${after}`;
  });
  const left = differences.length - told.length;
  if (left > 0) lines.push(`+   and ${left} more, known after apply`);
  return [`${signs[action]} ${address} ${words[action]}`, ...lines].map(spellOut).join('\n');
}

/** What cannot be seen, as `\u202e`. */
export function spellOut(line: string): string {
  return line.replace(
    /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
