import type { Html } from '#html';
import type { Language } from '#resume';
import type { Context } from '../context.ts';
import { renderPairs, renderSection } from './entry.ts';

export function renderLanguages(languages: readonly Language[] | undefined, context: Context): Html | undefined {
  const pairs = languages?.map(({ language, fluency }) => [language, fluency] as const);
  return renderSection('languages', context.words.labels.languages, pairs && [renderPairs(pairs)]);
}
