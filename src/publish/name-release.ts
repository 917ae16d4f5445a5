import { createHash } from 'node:crypto';
import type { Release, ReleaseFile } from './release.ts';

/** Makes a release of files: its id tells the second in which it was made, and what it holds. */
export function nameRelease(
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
