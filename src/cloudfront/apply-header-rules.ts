import type { HeaderRules } from './distribution.ts';
import type { EdgeAnswer } from './edge-answer.ts';

/** Applies a response headers policy: removes, then adds. */
export function applyHeaderRules(answer: EdgeAnswer, { added, removed }: HeaderRules): EdgeAnswer {
  const kept = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !removed.includes(name)));
  const wanted = added.filter(({ name, overrides }) => overrides || !(name in kept));
  return { ...answer, headers: { ...kept, ...Object.fromEntries(wanted.map(({ name, value }) => [name, value])) } };
}
