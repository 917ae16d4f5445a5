import { listNear } from '../measure-distance.ts';
import { joinPath } from '../quote-value.ts';
import type { SourceNode } from '../read/source-node.ts';
import { foldKey } from '../schema/shape.ts';

// A long résumé has 1,000 places.
const maxPlaces = 5_000;

// Whoever has more paths that lead nowhere learns of the nearest when these are right.
const maxTimes = 20;

/**
 * Creates what finds the place of a file that was probably meant by a path that leads nowhere: one of nearly that name, or the
 * same key elsewhere.
 */
export function createNearFinder(root: SourceNode): (path: string) => string | undefined {
  let all: readonly Place[] | undefined;
  let times = 0;
  return (path) => {
    all ??= listPlaces(root);
    times += 1;
    return times > maxTimes ? undefined : findNear(path, all);
  };
}

type Place = { readonly path: string; readonly folded: string; readonly last: string };

function listPlaces(root: SourceNode): readonly Place[] {
  return listPaths(root)
    .slice(0, maxPlaces)
    .map((path) => ({ path, folded: fold(path), last: readLast(fold(path)) }));
}

function findNear(path: string, all: readonly Place[]): string | undefined {
  const wanted = fold(path);
  const last = readLast(wanted);
  const [near] = listNear(wanted, all, (place) => place.folded, 2);
  const [sameEnd] = near === undefined ? listNear(last, all, (place) => place.last, last.length < 5 ? 0 : 1) : [];
  return (near ?? sameEnd)?.item.path;
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
