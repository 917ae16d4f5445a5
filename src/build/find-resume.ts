import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UserError } from '#cli';
import type { ResumeFormat } from '#resume';

export type ResumeFile = {
  /** As the person would write it: `resume.yaml`. */
  readonly name: string;
  readonly path: string;
  readonly format: ResumeFormat;
  readonly bytes: Uint8Array;
};

export const resumeNames = ['resume.yaml', 'resume.yml', 'resume.json'] as const;

// A résumé has a hundredth of that; what is larger was not meant.
const mostBytes = 100_000_000;

/** Reads the résumé that was named, or the one of these names that the folder has. Throws a `UserError` when there is none. */
export async function findResume(root: string, named?: string): Promise<ResumeFile> {
  if (named !== undefined) return readResume(root, named, 2);
  const found = (await Promise.all(resumeNames.map((name) => exists(join(root, name))))).flatMap((is, index) =>
    is ? (resumeNames[index] ?? []) : [],
  );
  const [name, other] = found;
  if (name === undefined) {
    throw new UserError(
      `There is no resume.yaml, resume.yml or resume.json in ${root}. Write one, or run this in your project's folder.`,
      1,
    );
  }
  if (other === undefined) return readResume(root, name, 1);
  throw new UserError(
    `Both ${found.join(' and ')} are here. Keep the one that you edit (${name} unless you know better) and move the other away.`,
    1,
  );
}

async function readResume(root: string, name: string, exitCode: 1 | 2): Promise<ResumeFile> {
  const path = resolve(root, name);
  const refuse = (mistake: string): never => {
    throw new UserError(mistake, exitCode);
  };
  const found = await stat(path).catch(readCode);
  if (typeof found === 'string') return refuse(explain(found, name));
  if (found.isDirectory()) return refuse(`${name} is a folder. Name the file, such as ${join(name, 'resume.yaml')}.`);
  if (!found.isFile()) return refuse(`${name} is not an ordinary file. Name one that is.`);
  if (found.size > mostBytes)
    return refuse(`${name} has ${found.size} bytes, too many for a résumé. Name another file.`);
  const bytes = await readFile(path).catch(readCode);
  if (typeof bytes === 'string') return refuse(explain(bytes, name));
  return { name, path, format: /\.jsonc?$/i.test(name) ? 'json' : 'yaml', bytes };
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function readCode({ code = 'unknown' }: NodeJS.ErrnoException): string {
  return code;
}

function explain(code: string, name: string): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${name}. Check its name.`;
  if (code === 'EACCES' || code === 'EPERM') return `${name} may not be read by this user. Change its permissions.`;
  return `${name} cannot be read (${code}). Name another file.`;
}
