import { guessKey } from '../check/resolve-keys.ts';
import { cleanText, isEmpty } from '../check/texts.ts';
import type { SourceEntry, SourceMap, SourceNode } from '../read/source-node.ts';
import type { MapShape } from '../schema/shape.ts';

/** A path as somebody wrote it in the list of private values. */
export type PrivatePath = { readonly path: string; readonly place: string; readonly start: number };

type PrivateSettings = {
  /** The lists themselves, wherever they stand. */
  readonly lists: readonly SourceNode[];
  /** Those that stand where nobody would look for them; their paths count all the same. */
  readonly misplaced: readonly { readonly node: SourceNode; readonly path: string; readonly start: number }[];
  readonly paths: readonly PrivatePath[];
};

/** Where the list belongs. */
export const privateList = 'meta.site.private';

/** Reads which values are private: a list at `meta.site.private`, and what else people write in its place. */
export function readPrivateSettings(root: SourceMap, shape: MapShape): PrivateSettings {
  const inside = ({ value }: SourceEntry) => (value.kind === 'map' ? [value] : []);
  const [metaShape, siteShape] = [shape.keys.meta, (shape.keys.meta as MapShape).keys.site] as MapShape[];
  const metas = find([root], 'meta', shape).flatMap(inside);
  const sites = find(metas, 'site', metaShape).flatMap(inside);
  const placed = find(sites, 'private', siteShape);
  const others = [find(metas, 'private'), find([root], 'private')].flat().filter(({ value }) => isPathList(value));
  const lists = [...placed, ...others].map(({ value }) => value);
  return {
    lists,
    misplaced: others.map(({ key, value }) => ({ node: value, path: key.value, start: key.start })),
    paths: lists.flatMap((node) => listPaths(node, '', privateList)),
  };
}

function find(maps: readonly SourceMap[], name: string, shape?: MapShape): readonly SourceEntry[] {
  return maps
    .flatMap(({ entries }) => entries)
    .filter(({ key }) => key.value === name || (shape && guessKey(key.value, shape)?.key === name));
}

/** Other tools may keep anything under a key of this name. */
function isPathList(node: SourceNode): boolean {
  return (
    node.kind === 'list' && node.items.some((item) => item.kind === 'text' && /^(?:basics|work)\b./.test(item.value))
  );
}

/** A list of paths; a text with several of them, or groups whose keys are the parts of paths, say the same. */
function listPaths(node: SourceNode, before: string, place: string): readonly PrivatePath[] {
  const join = (part: string) => (before === '' ? part : `${before}.${part}`);
  switch (node.kind) {
    case 'list':
      return node.items.flatMap((item, index) => listPaths(item, before, `${place}[${index}]`));
    case 'map':
      return node.entries.flatMap(({ key, value }) =>
        isEmpty(value) || value.kind === 'boolean' || (value.kind === 'text' && /^(?:true|yes|on)$/i.test(value.value))
          ? [{ path: join(cleanText(key.value)), place, start: key.start }]
          : listPaths(value, join(cleanText(key.value)), place),
      );
    case 'text':
      return cleanText(node.value)
        .split(/[,;\s]+/)
        .filter((path) => path !== '')
        .map((path) => ({ path: join(path), place, start: node.start }));
    default:
      return [];
  }
}
