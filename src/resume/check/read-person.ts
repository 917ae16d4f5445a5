import { joinPath, quoteValue } from '../quote-value.ts';
import type { SourceEntry, SourceMap } from '../read/source-node.ts';
import { foldKey, type MapShape } from '../schema/shape.ts';
import { type Group, note } from './context.ts';
import { removeEntry, writeKey, writeText } from './edit-text.ts';
import { isEmpty } from './texts.ts';

const nameParts = ['firstname', 'givenname', 'middlename', 'lastname', 'surname', 'familyname'];
const networks = new Set(
  'github gitlab linkedin twitter x mastodon bluesky stackoverflow facebook instagram youtube xing orcid dribbble behance medium devto'.split(
    ' ',
  ),
);

/** Tells whether a key holds a part of the person's name. */
function isNamePart(written: string): boolean {
  return nameParts.includes(foldKey(written));
}

/** Tells whether a key is the name of a network, such as `linkedIn`. */
export function isNetwork(written: string): boolean {
  return networks.has(foldKey(written));
}

/** Puts a name together that was written in parts; gives the entries that are none of them. */
export function readWholeName(
  { map, path, context, values }: Group,
  entries: readonly SourceEntry[],
): readonly SourceEntry[] {
  const parts = entries
    .filter(({ key, value }) => isNamePart(key.value) && value.kind === 'text' && !isEmpty(value))
    .toSorted((one, two) => nameParts.indexOf(foldKey(one.key.value)) - nameParts.indexOf(foldKey(two.key.value)));
  const [first, ...others] = parts;
  const written = values.get('name');
  const texts = parts.map(({ value }) => String('value' in value && value.value).trim());
  if (first === undefined) return entries;
  if (written !== undefined) {
    const isKnown = texts.every((text) => String(written).includes(text));
    return isKnown ? without(entries, parts) : entries;
  }
  const name = texts.join(' ');
  values.set('name', name);
  const shown = quoteValue(name);
  const edits = [
    {
      start: first.key.start,
      end: first.value.end,
      text: `${writeKey(context, 'name')}: ${writeText(context, name)}`,
    },
    ...others.map((entry) => removeEntry(context, map, entry)),
  ].filter((edit) => edit !== undefined);
  // A block has its line end in it.
  const isWhole = edits.length === parts.length && !context.text.slice(first.key.start, first.value.end).includes('\n');
  const message = `The name is read from ${parts.map(({ key }) => quoteValue(key.value)).join(' and ')}; write the whole of it in name: ${shown}.`;
  const fix = isWhole ? { edits, done: `Wrote name: ${shown}.` } : undefined;
  note(first.key, joinPath(path, first.key.value), message, context, fix);
  return without(entries, parts);
}

/** Reads `github: jane` as a profile; gives the entries that are none. */
export function readNetworks(
  { path, context, values }: Group,
  entries: readonly SourceEntry[],
): readonly SourceEntry[] {
  const isProfile = ({ key, value }: SourceEntry) => isNetwork(key.value) && value.kind === 'text' && !isEmpty(value);
  const profiles = [...((values.get('profiles') ?? []) as readonly unknown[])];
  const found = entries.filter(isProfile);
  for (const { key, value } of found) {
    const text = String('value' in value && value.value).trim();
    const network = quoteValue(key.value);
    const message = `${network} is read as a profile; write it as an entry of profiles, with ${network} as its network.`;
    note(key, joinPath(path, key.value), message, context);
    const kind = /^https?:\/\/[^\s\\]+$/i.test(text) ? 'url' : 'username';
    profiles.push({ network: key.value, [kind]: text });
  }
  if (found.length > 0) values.set('profiles', profiles);
  return entries.filter((entry) => !isProfile(entry));
}

/** Reads what stands at the root but belongs in basics, where a name is among it; gives the entries that are none of it. */
export function readBasics({ shape, context, values }: Group, entries: readonly SourceEntry[]): readonly SourceEntry[] {
  const basics = shape.keys.basics as MapShape;
  const homeless = values.has('basics') ? [] : entries.filter(({ key }) => isKeyOf(key.value, basics));
  const [first] = homeless;
  const isPerson = homeless.some(({ key }) => isNamePart(key.value) || /^(?:full_?)?name$/i.test(key.value));
  if (first === undefined || !isPerson) return entries;
  const names = homeless.map(({ key }) => quoteValue(key.value));
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const verb = names.length === 1 ? 'belongs' : 'belong';
  const message = `${shown.join(', ')} ${verb} in basics; write "basics:" above, and indent what is in it.`;
  note(first.key, joinPath('', first.key.value), message, context);
  const map: SourceMap = {
    kind: 'map',
    entries: homeless,
    start: first.key.start,
    end: homeless.at(-1)?.value.end ?? first.value.end,
  };
  const read = context.read(map, basics, '');
  if (read !== undefined) values.set('basics', read);
  return without(entries, homeless);
}

function without(entries: readonly SourceEntry[], taken: readonly SourceEntry[]): readonly SourceEntry[] {
  const gone = new Set(taken);
  return entries.filter((entry) => !gone.has(entry));
}

function isKeyOf(written: string, shape: MapShape): boolean {
  return (
    Object.hasOwn(shape.keys, written) ||
    shape.otherNames.has(foldKey(written)) ||
    isNamePart(written) ||
    isNetwork(written)
  );
}
