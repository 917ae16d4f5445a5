import { isImmutable, type Release, type ReleaseFile } from './release.ts';
import { bodyKey, type ReleaseIndex, siteKey } from './release-index.ts';

/** What is to be done so that visitors see a release, in this order. Each step leaves a site that works. */
export type SiteChange = {
  /** Contents that the bucket does not have yet. */
  readonly store: readonly ReleaseFile[];
  /** Files to put in their places: those whose name tells their content, then the others, then the pages, which need them. */
  readonly assets: readonly Placement[];
  readonly files: readonly Placement[];
  readonly pages: readonly Placement[];
  /** Places that are no longer part of the site. */
  readonly remove: readonly string[];
  /** Addresses whose cached answers are old, as CloudFront writes them. */
  readonly invalidate: readonly string[];
  /** Keys that no kept release needs, once the change is recorded. */
  readonly forget: readonly string[];
};

/** A file, and the ETag of what lies in its place now. */
export type Placement = ReleaseFile & { readonly replaces: string | undefined };

/**
 * Plans the change from what the bucket holds, by its index and the ETags of its contents, to `target`. Of the other releases
 * `kept` stay possible to go back to: their contents are kept, and their immutable files stay in place for pages that are
 * still open. Only what a recorded release brought is ever removed.
 */
export function planChange(
  index: ReleaseIndex,
  etags: ReadonlyMap<string, string>,
  target: Release,
  kept: readonly Release[],
): SiteChange {
  const present = findPresent(index, etags);
  const place = target.files
    .filter((file) => !present.has(describe(file)))
    .map((file) => ({ ...file, replaces: etags.get(siteKey(file.path)) }));

  const known = [...index.releases, ...index.unfinished, ...index.dropped, target].flatMap(({ files }) => files);
  const needed = [target, ...kept].flatMap(({ files }) => files);
  const stay = new Set([...target.files, ...needed.filter(isImmutable)].map(({ path }) => path));
  const gone = known.filter(({ path }) => !stay.has(path) && etags.has(siteKey(path)));
  const remove = distinct(gone.filter((file) => !isImmutable(file)).map(({ path }) => path));
  const bodies = new Set(needed.map(bodyKey));
  const oldBodies = known.map(bodyKey).filter((key) => !bodies.has(key) && etags.has(key));
  const oldPlaces = gone.filter(({ path }) => !remove.includes(path)).map(({ path }) => siteKey(path));

  const changed = place.filter((file) => !isImmutable(file)).map(({ path }) => path);
  const missing = target.files.filter((file) => !etags.has(bodyKey(file)));
  return {
    store: [...new Map(missing.map((file) => [file.sha256, file])).values()],
    assets: place.filter(isImmutable),
    files: place.filter((file) => !isImmutable(file) && !isPage(file)),
    pages: place.filter(isPage),
    remove,
    invalidate: listStalePaths(distinct([...changed, ...remove])),
    forget: distinct([...oldPlaces, ...oldBodies]),
  };
}

/** Whether visitors see all of it already. */
export function isEmptyChange({ remove, ...change }: SiteChange): boolean {
  return listPlaced(change).length === 0 && remove.length === 0;
}

/** All files that a change puts in their places. */
export function listPlaced({
  assets,
  files,
  pages,
}: Pick<SiteChange, 'assets' | 'files' | 'pages'>): readonly Placement[] {
  return [...assets, ...files, ...pages];
}

// Beyond so many a single wildcard is simpler; CloudFront counts it as one path, whatever it covers.
const maxPaths = 15;

// The addresses under which these files may be cached: a folder's page has two. CloudFront refuses some characters, and of
// others it forgets nothing, written as they are or encoded (aws-sdk-js-v3#4042), so only plain names are named.
function listStalePaths(files: readonly string[]): readonly string[] {
  const paths = files.flatMap((file) => {
    const path = `/${file}`;
    return path.endsWith('/index.html') ? [path.slice(0, -'index.html'.length), path] : [path];
  });
  const isPlain = paths.every((path) => /^[\w/.-]+$/.test(path));
  return isPlain && paths.length <= maxPaths ? paths.sort() : ['/*'];
}

// After an interruption nobody knows which headers are in place, so nothing counts as present.
function findPresent(index: ReleaseIndex, etags: ReadonlyMap<string, string>): ReadonlySet<string> {
  if (index.unfinished.length > 0) return new Set();
  const current = index.releases.find(({ id }) => id === index.current)?.files ?? [];
  const others = index.releases.flatMap(({ files }) => files).filter(isImmutable);
  // Where several name a place, it has the headers of the live release, or else of the newest.
  const placed = new Map([...others.toReversed(), ...current].map((file) => [file.path, file]));
  const untouched = [...placed.values()].filter((file) => {
    const etag = etags.get(siteKey(file.path));
    return etag !== undefined && etag === etags.get(bodyKey(file));
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
