import { listStalePaths } from './list-stale-paths.ts';
import { isImmutable, type Release, type ReleaseFile } from './release.ts';
import { bodyKey, type ReleaseBook, siteKey } from './release-book.ts';

/** What is to be done so that visitors see a release, in this order. Each step leaves a site that works. */
export type Change = {
  /** Contents that the bucket does not have yet. */
  readonly store: readonly ReleaseFile[];
  /** Files to put in their places, one group after the other: a page comes after all that it needs. */
  readonly place: readonly (readonly ReleaseFile[])[];
  /** Places that are no longer part of the site. */
  readonly remove: readonly string[];
  /** Addresses whose cached answers are old, as CloudFront writes them. */
  readonly invalidate: readonly string[];
  /** Keys that no kept release needs, once the change is recorded. */
  readonly forget: readonly string[];
};

/**
 * Plans the change from what the bucket holds, by its book and the marks of its contents, to `target`. Of the other releases
 * `kept` stay possible to go back to: their contents are kept, and their immutable files stay in place for pages that are
 * still open. Only what a recorded release brought is ever removed.
 */
export function planChange(
  book: ReleaseBook,
  marks: ReadonlyMap<string, string>,
  target: Release,
  kept: readonly Release[],
): Change {
  const present = findPresent(book, marks);
  const place = target.files.filter((file) => !present.has(describe(file)));

  const known = [...book.releases, ...book.unfinished, ...book.dropped, target].flatMap(({ files }) => files);
  const needed = [target, ...kept].flatMap(({ files }) => files);
  const stay = new Set([...target.files, ...needed.filter(isImmutable)].map(({ path }) => path));
  const gone = known.filter(({ path }) => !stay.has(path) && marks.has(siteKey(path)));
  const remove = distinct(gone.filter((file) => !isImmutable(file)).map(({ path }) => path));
  const bodies = new Set(needed.map(bodyKey));
  const oldBodies = known.map(bodyKey).filter((key) => !bodies.has(key) && marks.has(key));
  const oldPlaces = gone.filter(({ path }) => !remove.includes(path)).map(({ path }) => siteKey(path));

  const changed = place.filter((file) => !isImmutable(file)).map(({ path }) => path);
  const missing = target.files.filter((file) => !marks.has(bodyKey(file)));
  return {
    store: [...new Map(missing.map((file) => [file.sha256, file])).values()],
    place: [
      place.filter(isImmutable),
      place.filter((file) => !isImmutable(file) && !isPage(file)),
      place.filter(isPage),
    ],
    remove,
    invalidate: listStalePaths(distinct([...changed, ...remove])),
    forget: distinct([...oldPlaces, ...oldBodies]),
  };
}

/** Whether visitors see all of it already. */
export function isNothing({ place, remove }: Change): boolean {
  return place.every((group) => group.length === 0) && remove.length === 0;
}

// After an interruption nobody knows which headers are in place, so nothing counts as present.
function findPresent(book: ReleaseBook, marks: ReadonlyMap<string, string>): ReadonlySet<string> {
  if (book.unfinished.length > 0) return new Set();
  const current = book.releases.find(({ id }) => id === book.current)?.files ?? [];
  const others = book.releases.flatMap(({ files }) => files).filter(isImmutable);
  const untouched = [...current, ...others].filter((file) => {
    const mark = marks.get(siteKey(file.path));
    return mark !== undefined && mark === marks.get(bodyKey(file));
  });
  return new Set(untouched.map(describe));
}

function describe({ path, sha256, type, cache }: ReleaseFile): string {
  return JSON.stringify([path, sha256, type, cache]);
}

function isPage(file: ReleaseFile): boolean {
  return file.type.startsWith('text/html') && !isImmutable(file);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
