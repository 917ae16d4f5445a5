import { createHash } from 'node:crypto';
import type { Manifest } from '#build';

/** A file of a site as a build describes it. */
export type ReleaseFile = Manifest['files'][number];

/** The whole of a site at one time. */
export type Release = {
  /** When it was published and what it holds: `20261124-081204-3f2a1b`. */
  readonly id: string;
  /** When it was published, in ISO 8601 and UTC. */
  readonly at: string;
  /** The `content-security-policy` that its pages were built for. */
  readonly policy: string;
  readonly files: readonly ReleaseFile[];
};

/** A file that visitors' browsers keep for good, because another content gets another name. */
export function isImmutable({ cache }: ReleaseFile): boolean {
  return cache.includes('immutable');
}

/** Whether two releases put the same files in the same places with the same headers. */
export function areSame(one: Release, two: Release): boolean {
  const describe = ({ path, sha256, type, cache }: ReleaseFile) => [path, sha256, type, cache].join('\n');
  const [these, those] = [one, two].map(({ files }) => files.map(describe).sort());
  return one.policy === two.policy && these?.join() === those?.join();
}

/** Makes a release of files: its id tells the second in which it was made, and what it holds. */
export function createRelease(
  { files, policy }: { readonly files: readonly ReleaseFile[]; readonly policy: string },
  time: Date,
): Release {
  const at = time.toISOString();
  const stamp = at.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const hash = createHash('sha256')
    .update(JSON.stringify([policy, files]))
    .digest('hex');
  return { id: `${stamp}-${hash.slice(0, 6)}`, at, policy, files };
}
