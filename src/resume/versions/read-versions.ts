import { chooseEntry, guessKey, resolveKeys } from '../check/resolve-keys.ts';
import { isEmpty, listTexts } from '../check/texts.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { joinPath, quoteValue } from '../quote-value.ts';
import type { SourceEntry, SourceMap, SourceNode } from '../read/source-node.ts';
import { foldKey, type MapShape } from '../schema/shape.ts';

/** What an audience is to see of a résumé, at an address of its own. */
type Version = {
  readonly name: string;
  /** Those of the entries that are for it, beside entries that are for everybody. */
  readonly tags: readonly Tag[];
  /** What it says in its own way. */
  readonly own: ReadonlyMap<'label' | 'summary' | 'order', SourceNode>;
};

/** A word that says for whom an entry is, or what a page wants; and its place. */
export type Tag = { readonly text: string; readonly path: string; readonly start: number };

/** What a file says of versions. */
export type Versioning = {
  /** What its main page wants. Default: every entry. */
  readonly tags: readonly Tag[] | undefined;
  /** Whether that is what another file says, the main one of the languages. */
  readonly isInherited: boolean;
  readonly versions: readonly Version[];
  /** These settings, which are for no reader. */
  readonly nodes: readonly SourceNode[];
};

const versionsPath = 'meta.site.versions';

/** Reads which versions there are; nothing where no file says anything of them, and tags are what they are elsewhere: keywords. */
export function readVersions(
  root: SourceMap,
  shape: MapShape,
  report: (diagnostic: Diagnostic) => void,
  main: Versioning | undefined,
): Versioning | undefined {
  const metaShape = shape.keys.meta as MapShape;
  const siteShape = metaShape.keys.site as MapShape;
  const site = find(find(root, 'meta', shape)?.value, 'site', metaShape)?.value;
  const [versions, tags] = [find(site, 'versions', siteShape), find(site, 'tags', siteShape)];
  if (!versions && !tags && !main) return undefined;
  // An empty list wants none.
  const own = tags && tags.value.kind !== 'null' ? listTags(tags.value, 'meta.site.tags') : undefined;
  const wanted = own ?? main?.tags;
  return {
    tags: wanted,
    isInherited: own === undefined,
    versions: versions ? listVersions(versions, (siteShape.keys.versions as MapShape).others as MapShape, report) : [],
    nodes: ['versions', 'tags'].flatMap((name) => listNamed(site, name, siteShape).map(({ value }) => value)),
  };
}

function find(node: SourceNode | undefined, name: string, shape: MapShape): SourceEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  // The same one counts that is shown, and what is wrong with the others is reported where the whole file is checked.
  const resolved = resolveKeys(node, shape, '', { looksForSlips: true, report: () => {} });
  const named = resolved.filter(({ key, kind }) => key === name && kind !== 'maybe');
  return (chooseEntry(named) ?? named[0])?.entry;
}

function listNamed(node: SourceNode | undefined, name: string, shape: MapShape): readonly SourceEntry[] {
  if (node?.kind !== 'map') return [];
  return node.entries.filter(({ key }) => {
    const guess = guessKey(key.value, shape);
    return key.value === name || (guess?.isSure && guess.key === name);
  });
}

/** Every text of a value, several in one line too. */
function listTags(node: SourceNode, path: string): readonly Tag[] {
  if (node.kind === 'list') return node.items.flatMap((item, index) => listTags(item, `${path}[${index}]`));
  return listTexts(node)
    .flatMap((text) => text.split(/[,;]/))
    .flatMap((text) => (text.trim() === '' ? [] : { text: text.trim(), path, start: node.start }));
}

type Named = {
  readonly name: string;
  readonly path: string;
  readonly start: number;
  readonly value?: SourceNode;
};

/** A group by their names, or a list of names. */
function listVersions(
  { value }: SourceEntry,
  shape: MapShape,
  report: (diagnostic: Diagnostic) => void,
): readonly Version[] {
  const named: readonly Named[] =
    value.kind === 'map'
      ? value.entries.map(({ key, value: about }) => ({
          name: key.value,
          path: joinPath(versionsPath, key.value),
          start: key.start,
          value: about,
        }))
      : listTags(value, versionsPath).map(({ text, path, start }) => ({ name: text, path, start }));
  const found = new Map<string, Version>();
  for (const one of named.slice(0, maxVersions)) {
    const why = explainName(one.name, found);
    if (why === undefined) found.set(one.name, readVersion(one, shape));
    else report({ severity: 'note', path: one.path, start: one.start, message: why });
  }
  const [more] = named.slice(maxVersions);
  if (more) {
    const message = `More than ${maxVersions} versions are not made; take some away.`;
    report({ severity: 'note', path: more.path, start: more.start, message });
  }
  return [...found.values()];
}

function readVersion({ name, path, start, value }: Named, shape: MapShape): Version {
  const written = find(value, 'tags', shape);
  const tags = written ? listTags(written.value, `${path}.tags`) : [];
  const own = (['label', 'summary', 'order'] as const).flatMap((key) => {
    const entry = find(value, key, shape);
    return entry && !isEmpty(entry.value) ? [[key, entry.value] as const] : [];
  });
  return { name, tags: tags.length > 0 ? tags : [{ text: name, path, start }], own: new Map(own) };
}

// So that the counter has room for the address of its page, /zh-Hant/for/NAME/.
const maxNameLength = 26;

// Each has a PDF to set.
const maxVersions = 50;

/** Says why a name cannot be the end of an address. */
function explainName(name: string, taken: ReadonlyMap<string, Version>): string | undefined {
  if (taken.has(name)) return `${quoteValue(name)} is here already; choose another name.`;
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && name.length <= maxNameLength) return undefined;
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, maxNameLength)
    .replaceAll(/^-+|-+$/g, '');
  const remedy = slug === '' || taken.has(slug) ? 'choose another' : `write ${slug}`;
  return `${quoteValue(name)} cannot be the end of an address, which has at most ${maxNameLength} lower-case letters, digits and single dashes; ${remedy}, and until then this version is not made.`;
}

/** An entry that says for whom it is. */
export type TaggedEntry = {
  readonly node: SourceMap;
  readonly tags: readonly Tag[];
  /** The keys under which it says so, with their paths. */
  readonly written: readonly (SourceEntry & { readonly path: string })[];
};

/** Every group with tags, wherever it stands; what `meta` has is about the file. */
export function listTagged(root: SourceMap, shape: MapShape): readonly TaggedEntry[] {
  const list = (node: SourceNode, path: string): readonly TaggedEntry[] => {
    if (node.kind === 'list') return node.items.flatMap((item, index) => list(item, `${path}[${index}]`));
    if (node.kind !== 'map') return [];
    const written = node.entries
      .filter(({ key }) => isTagsKey(key.value))
      .map((entry) => ({ ...entry, path: joinPath(path, entry.key.value) }));
    const own = { node, tags: written.flatMap((entry) => listTags(entry.value, entry.path)), written };
    return [
      ...(written.length > 0 ? [own] : []),
      ...node.entries.flatMap(({ key, value }) => list(value, joinPath(path, key.value))),
    ];
  };
  return root.entries.flatMap(({ key, value }) =>
    guessKey(key.value, shape)?.key === 'meta' ? [] : list(value, joinPath('', key.value)),
  );
}

/** Tells the key under which an entry says for whom it is. */
function isTagsKey(written: string): boolean {
  return /^tags?$/.test(foldKey(written));
}

/** Tags are the same in any case. */
export function foldTag(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
