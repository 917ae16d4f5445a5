import type { Html } from '#html';
import type { Interest } from '#resume';
import type { Context } from '../context.ts';
import { renderPairs, renderSection } from './entry.ts';

export function renderInterests(interests: readonly Interest[] | undefined, context: Context): Html | undefined {
  const pairs = interests?.map(({ name, keywords }) => [name, keywords?.join(', ')] as const);
  return renderSection('interests', context.words.labels.interests, pairs && [renderPairs(pairs)]);
}
