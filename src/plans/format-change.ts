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

/** Writes a change as lines of text: what happens to which resource, and below it every value. */
export function formatChange({ address, action, differences }: Change): string {
  const lines = differences.map(({ path, before, after }) => {
    if (before === undefined) return `+   ${path} = ${after}`;
    return after === undefined ? `-   ${path} = ${before}` : `~   ${path} = ${before} → ${after}`;
  });
  return [`${signs[action]} ${address} ${words[action]}`, ...lines].join('\n');
}
