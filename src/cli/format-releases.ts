import type { Release, ReleaseBook } from '#publish';
import type { Shell } from './shell.ts';

/** The releases of a book, newest first, a line for each. */
export function formatReleases(
  { current, releases, unfinished }: ReleaseBook,
  { paint }: Pick<Shell, 'paint'>,
): string {
  const live = releases.findIndex(({ id }) => id === current);
  const lines = releases.map((release, index) => {
    const state = index === live ? paint('good', '  live') : index < live ? '  rolled back from' : '';
    return `  ${describe(release)}${state}`;
  });
  const interrupted = unfinished.map((release) => `  ${describe(release)}  interrupted`);
  return [...interrupted, ...lines].join('\n');
}

function describe({ id, at, files }: Release): string {
  const time = `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
  return `${id}  ${time}  ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
}
