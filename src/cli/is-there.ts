import { lstat } from 'node:fs/promises';

/** Tells whether anything stands at a path; a link that leads nowhere does too, and has to be named by whoever meets it. */
export function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
