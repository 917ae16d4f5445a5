import type { ResumeData } from '#resume';

/** Values in the order in which people want to read them; `undefined` and what is empty is left out. */
export type Values = { readonly [key: string]: ResumeData | Values | readonly Values[] | undefined };

/** Leaves out what is empty, at every level; `undefined` when nothing is left. */
export function tidy(values: Values[string] | Values): ResumeData | undefined {
  if (values === undefined || values === null || values === '') return undefined;
  if (Array.isArray(values)) {
    const items = values.flatMap((item: ResumeData) => tidy(item) ?? []);
    return items.length === 0 ? undefined : items;
  }
  if (typeof values !== 'object') return values;
  const entries = Object.entries(values).flatMap(([key, value]) => {
    const kept = tidy(value);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
