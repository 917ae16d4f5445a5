import { quoteValue } from '../quote-value.ts';
import type { SourceEntry, SourceMap } from '../read/source-node.ts';
import type { OwnSection } from '../resume.ts';
import { checkLanguage } from '../schema/check-language.ts';
import { foldKey, type MapShape } from '../schema/shape.ts';
import { joinPath } from './context.ts';
import { explainStranger } from './explain.ts';
import type { Group } from './read-group.ts';
import { readOwnSection } from './read-own-section.ts';
import { isNamePart, isNetwork } from './read-person.ts';
import { cleanText, isEmpty, listTexts } from './texts.ts';

/**
 * Reads the keys at the root that the schema does not know: a list is a section of its own, what belongs in basics is read so
 * where there is none, and a language is the page's.
 */
export function readOutside(group: Group, entries: readonly SourceEntry[]): void {
  const { shape, context, values } = group;
  const filled = entries.filter(({ value }) => !isEmpty(value));
  const places = new Map(group.map.entries.map(({ key }, index) => [cleanText(key.value), index]));
  const basics = values.has('basics') ? undefined : (shape.keys.basics as MapShape);
  const homeless = basics ? filled.filter(({ key }) => isKeyOf(key.value, basics)) : [];
  const isPerson = homeless.some(({ key }) => isNamePart(key.value) || /^(?:full_?)?name$/i.test(key.value));
  if (basics && isPerson) readBasics(group, homeless, basics);

  for (const entry of filled) {
    const { key, value } = entry;
    if (isPerson && homeless.includes(entry)) continue;
    const note = (message: string) =>
      context.report({ severity: 'note', path: joinPath('', key.value), start: key.start, message });
    const section =
      value.kind === 'list' && cleanText(key.value) !== ''
        ? readOwnSection(cleanText(key.value), value, context)
        : undefined;
    if (section) {
      const sections = [...((values.get('sections') ?? []) as readonly OwnSection[]), section];
      values.set(
        'sections',
        sections.toSorted((one, two) => (places.get(one.key) ?? 0) - (places.get(two.key) ?? 0)),
      );
    } else if (isLanguageTag(entry)) {
      const meta = (values.get('meta') ?? {}) as object;
      const tag = listTexts(value).join('');
      if (!('language' in meta)) values.set('meta', { ...meta, language: tag });
      note(`${quoteValue(key.value)} is read as the language of the page; write it under meta, as language: ${tag}.`);
    } else note(explainStranger(key.value, shape));
  }
}

/** Tells a root key such as `language: de`, which says something of the page, from a language that somebody speaks. */
export function isLanguageTag({ key, value }: SourceEntry): boolean {
  const isNamed = /^(?:x-?)?(?:language|lang|locale)$/i.test(key.value);
  return isNamed && value.kind === 'text' && checkLanguage(value.value.trim()) === undefined;
}

function readBasics({ context, values }: Group, homeless: readonly SourceEntry[], basics: MapShape): void {
  const [first] = homeless;
  if (first === undefined) return;
  const names = homeless.map(({ key }) => quoteValue(key.value));
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const verb = names.length === 1 ? 'belongs' : 'belong';
  const message = `${shown.join(', ')} ${verb} in basics; write "basics:" above, and indent what is in it.`;
  context.report({ severity: 'note', path: joinPath('', first.key.value), start: first.key.start, message });
  const map: SourceMap = {
    kind: 'map',
    entries: homeless,
    start: first.key.start,
    end: homeless.at(-1)?.value.end ?? first.value.end,
  };
  const read = context.read(map, basics, '');
  if (read !== undefined) values.set('basics', read);
}

function isKeyOf(written: string, shape: MapShape): boolean {
  return (
    Object.hasOwn(shape.keys, written) ||
    shape.otherNames.has(foldKey(written)) ||
    isNamePart(written) ||
    isNetwork(written)
  );
}
