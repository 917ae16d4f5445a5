import { measureDistance } from '../check/resolve-keys.ts';
import { joinPath } from '../quote-value.ts';
import type { SourceNode } from '../read/source-node.ts';
import { foldKey } from '../schema/shape.ts';

// A long résumé has 1,000 places.
const MAX_PLACES = 5_000;

/** The place of the file that was probably meant by a path that leads nowhere: one of nearly that name, or the same key elsewhere. */
export function findNearPath(path: string, root: SourceNode): string | undefined {
  const wanted = fold(path);
  const all = listPaths(root).slice(0, MAX_PLACES);
  const distances = all.map((place) => ({ place, distance: measureDistance(fold(place), wanted) }));
  const [near] = distances.filter(({ distance }) => distance <= 2).sort((one, two) => one.distance - two.distance);
  if (near !== undefined) return near.place;
  const last = readLast(wanted);
  const ends = all.map((place) => ({ place, distance: measureDistance(readLast(fold(place)), last) }));
  const least = last.length < 5 ? 0 : 1;
  return ends.filter(({ distance }) => distance <= least).sort((one, two) => one.distance - two.distance)[0]?.place;
}

/** `work[0].startDate`, `work.0.start_date` and `/work/0/startDate` are one. */
function fold(path: string): string {
  return foldKey(path.replaceAll(/[/[]/g, '.').replaceAll(/[\]"']/g, '')).replace(/^\.+/, '');
}

function readLast(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function listPaths(node: SourceNode, path = ''): readonly string[] {
  const own = path === '' ? [] : [path];
  if (node.kind === 'list')
    return [...own, ...node.items.flatMap((item, index) => listPaths(item, `${path}[${index}]`))];
  if (node.kind !== 'map') return own;
  return [...own, ...node.entries.flatMap(({ key, value }) => listPaths(value, joinPath(path, key.value)))];
}
