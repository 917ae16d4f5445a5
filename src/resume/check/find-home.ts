import { resumeShape } from '../schema/resume-shape.ts';
import { foldKey, type Shape } from '../schema/shape.ts';

type Home = { readonly path: string; readonly name: string; readonly isOtherName: boolean };

const homes = [...listHomes(resumeShape, '')];
const keys = groupPaths(homes.filter(({ isOtherName }) => !isOtherName));
const otherNames = groupPaths(homes.filter(({ isOtherName }) => isOtherName));

/**
 * Says where in a résumé a key is at home that was written in the wrong place: `basics.email` for `email`, or
 * `education[].score` for `score`. One place outside every list is a better answer than many inside lists.
 */
export function findHome(written: string): string | undefined {
  const places = keys.get(written) ?? otherNames.get(foldKey(written)) ?? [];
  const single = places.find((path) => !path.includes('[]'));
  if (single !== undefined) return single;
  return places.length > 3 ? undefined : places.join(' or ') || undefined;
}

function* listHomes(shape: Shape, path: string): Generator<Home> {
  if (shape.kind === 'list') yield* listHomes(shape.item, `${path}[]`);
  if (shape.kind !== 'map') return;
  const prefix = path === '' ? '' : `${path}.`;
  for (const key of Object.keys(shape.keys)) yield { path: prefix + key, name: key, isOtherName: false };
  for (const [name, key] of shape.otherNames) yield { path: prefix + key, name, isOtherName: true };
  for (const [key, child] of Object.entries(shape.keys)) yield* listHomes(child, prefix + key);
}

function groupPaths(entries: readonly Home[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { name, path } of entries) groups.set(name, [...(groups.get(name) ?? []), path]);
  return groups;
}
