import { readdir, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isThere, printable, readOrdinaryFile, UserError } from '#cli';
import type { ResumeFormat } from '#resume';

/** A résumé's file as it was read, before anybody knows what it says. */
export type ResumeFile = {
  /** As the person would write it: `resume.yaml`. */
  readonly name: string;
  readonly path: string;
  readonly format: ResumeFormat;
  readonly bytes: Uint8Array;
  /** The BCP 47 tag in the name of a file that stands beside the main one. Default: the file says it itself. */
  readonly language?: string;
};

/** The names by which a résumé is looked for, the first one first. */
export const resumeNames = ['resume.yaml', 'resume.yml', 'resume.json'] as const;

// A résumé has a hundredth of that; what is larger was not meant.
const maxBytes = 100_000_000;

/** Reads the résumé that was named, or the one of these names that the folder has. Throws a `UserError` when there is none. */
export async function findResume(root: string, named?: string): Promise<ResumeFile> {
  if (named !== undefined) return readResume(root, named, 2);
  const found = (await Promise.all(resumeNames.map((name) => isThere(join(root, name))))).flatMap((is, index) =>
    is ? (resumeNames[index] ?? []) : [],
  );
  const [name, other] = found;
  if (name === undefined) throw new UserError(await explainNone(root), 1);
  if (other === undefined) return readResume(root, name, 1);
  throw new UserError(
    `Both ${found.join(' and ')} are here. Keep the one that you edit (${name} unless you know better) and move the other away.`,
    1,
  );
}

/** Where there is one with capitals in its name, with the ending that Windows hides, or of another word, that is all that is wrong. */
async function explainNone(root: string): Promise<string> {
  const names: readonly string[] = await readdir(root).catch(() => []);
  const near = names.find((one) => /^resume\.(?:ya?ml|json)(?:\.txt)?$/i.test(one)) ?? names.find(isOtherName);
  if (near === undefined)
    return `There is no resume.yaml, resume.yml or resume.json in ${printable(root)}. Run this in your project's folder, or begin one: npx cloud-resume init my-resume.`;
  const meant = near.toLowerCase().replace(/\.txt$/, '');
  if (resumeNames.some((name) => name === meant))
    return `${printable(near)} is here, but the résumé is looked for as ${meant}. Rename it.`;
  const remedy = `Rename it, or bring it from another format: npx cloud-resume import ${quoteWord(near)}.`;
  return `${printable(near)} is here, but the résumé is looked for as resume${extname(meant)}. ${remedy}`;
}

/** `cv.yaml`, `Jane_Doe_CV.yaml`, `résumé.json`, `Lebenslauf.yml`. */
function isOtherName(name: string): boolean {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '');
  return (
    // What a project remembers of its beginning lies in .cloud-resume.json.
    !name.startsWith('.') &&
    /(?:^|[^a-z])(?:cv|resume|curriculum|lebenslauf)(?:[^a-z].*)?\.(?:ya?ml|json)$/i.test(plain) &&
    !/schema/i.test(plain)
  );
}

function quoteWord(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `"${printable(name)}"`;
}

/** Reads the file of a résumé. Throws a `UserError` for what is none. */
export async function readResume(root: string, name: string, exitCode: 1 | 2): Promise<ResumeFile> {
  const path = resolve(root, name);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const bytes = await readOrdinaryFile({
    path,
    name,
    // A file elsewhere was named by the person; one of the project is not let out of it by a link.
    within: isBelow(root, path) ? root : undefined,
    maxBytes,
    remedy: isFolder ? `Name the file, such as ${printable(join(name, 'resume.yaml'))}.` : 'Name another file.',
    exitCode,
  });
  return { name, path, format: /\.jsonc?$/i.test(name) ? 'json' : 'yaml', bytes };
}

/** Whether a path is that of a folder or leads into it. On Windows the way from one drive to another is a whole path. */
export function isBelow(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
