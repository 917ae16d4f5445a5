// Stands for src/site/language-data.ts in the package. What Intl says of common languages was written down when the package was
// packed, so a page has the same bytes on every Node; of other languages Intl is asked.
import { readFileSync } from 'node:fs';
import * as live from '../src/site/language-data.ts';
import { fillForm, type LanguageData, languages } from './describe-language.ts';

const folder = new URL('./assets/languages/', import.meta.url);
const known = new Map<string, LanguageData>();

export function readScript(tag: string): ReturnType<typeof live.readScript> {
  return find(tag) ?? live.readScript(tag);
}

export function knowsLanguage(tag: string): boolean {
  return languages.includes(tag) || live.knowsLanguage(tag);
}

export function joinList(items: readonly string[], locale: { readonly formats: string }): string {
  const data = find(locale.formats);
  return data ? items.join(data.separator) : live.joinList(items, locale);
}

export function nameCountry(code: string, tag: string): string | undefined {
  return find(tag)?.countries[code] ?? live.nameCountry(code, tag);
}

export function writeDate(tag: string, date: Parameters<typeof live.writeDate>[1]): string {
  const data = find(tag);
  return data ? fillForm(data, date) : live.writeDate(tag, date);
}

function find(tag: string): LanguageData | undefined {
  if (!languages.includes(tag)) return undefined;
  const data: LanguageData = known.get(tag) ?? JSON.parse(readFileSync(new URL(`${tag}.json`, folder), 'utf8'));
  known.set(tag, data);
  return data;
}
