import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { printable, readOrdinaryFile, UserError } from '#cli';
import type { SiteAssets } from '#site';
import { isBelow } from './find-resume.ts';

type PublicFolder = {
  /** By path relative to the folder, with `/`, and composed: macOS may write ü as u and two dots. */
  readonly publicFiles: SiteAssets['publicFiles'];
  /** Paths of what an editor left there, which is not published. */
  readonly leftovers: readonly string[];
};

// What everybody has to wait for is smaller by far. A folder that has more was not meant.
const maxBytes = 100_000_000;
const maxTotalBytes = 1_000_000_000;

/**
 * Reads the files of a project's `public/`; none when there is no such folder. Hidden files are left out (editors and file
 * managers leave them), `.well-known/` is not. Throws a `UserError` that names what nobody could, or should, get from the site.
 */
export async function readPublic(root: string): Promise<PublicFolder> {
  const folder = await findPublic(root);
  const entries = folder === undefined ? [] : await listAll(folder);
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(join(root, 'public'), join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(^|\/)\.(?!well-known\/)/.test(path))
    .sort();
  const isLeftover = (path: string) => path.endsWith('~');
  const publicFiles = new Map<string, Uint8Array>();
  let total = 0;
  for (const path of paths.filter((one) => !isLeftover(one))) {
    refuseName(path);
    const body = await readOrdinaryFile({
      path: join(root, 'public', path),
      name: `public/${path}`,
      within: root,
      maxBytes,
      remedy: 'What is in public/ is published: put an ordinary file there, or take this away.',
    });
    total += body.length;
    if (total > maxTotalBytes) {
      throw new UserError(
        `public/ has more than ${maxTotalBytes / 1_000_000} MB. Take away what nobody needs there.`,
        1,
      );
    }
    const composed = path.normalize('NFC');
    publicFiles.set(paths.includes(composed) ? path : composed, body);
  }
  return { publicFiles, leftovers: paths.filter(isLeftover) };
}

/** The folder of what is published; nothing where there is none. Throws a `UserError` for what is none, or not the project's own. */
export async function findPublic(root: string): Promise<string | undefined> {
  const folder = join(root, 'public');
  const found = await lstat(folder).catch(() => undefined);
  if (found === undefined) return undefined;
  const refuse = (what: string) =>
    new UserError(`public/ ${what}. Put a folder there, with what is to be published, or take this away.`, 1);
  // A link of the whole folder is followed into the project alone, or all of the machine would be read.
  if (found.isSymbolicLink()) {
    const [real, project] = await Promise.all([realpath(folder).catch(() => undefined), realpath(root)]);
    if (real === undefined) throw refuse('is a link that leads nowhere');
    const way = relative(project, real);
    if (way === '' || !isBelow(project, real) || /(^|[/\\])\./.test(way))
      throw refuse('is a link that leaves the project, or leads to what is hidden in it');
  }
  if ((await stat(folder)).isDirectory()) return folder;
  throw refuse('is not a folder. What is in a folder of that name is published');
}

function listAll(folder: string) {
  return readdir(folder, { recursive: true, withFileTypes: true }).catch(({ path, code }: NodeJS.ErrnoException) => {
    const name = printable(join('public', relative(folder, path ?? folder)));
    throw new UserError(`The folder ${name} cannot be read (${code}). Check its permissions.`, 1);
  });
}

// S3 reads a + as a space, and a \ as a /; CloudFront cannot forget an address with a ~, and forgets too much with a *.
const unsafe = /[+~*\\\p{Cc}\p{Bidi_Control}\ufffd]/gu;

function refuseName(path: string): void {
  const [found] = path.match(unsafe) ?? [];
  if (found === undefined) return;
  throw new UserError(
    `public/${printable(path)} has a "${printable(found)}" in its name, and AWS reads that as something else, so the file would not be found there. Rename it, such as to ${path.replace(unsafe, '-')}.`,
    1,
  );
}
