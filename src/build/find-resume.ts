import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ResumeFormat } from '#resume';

export type ResumeFile = {
  /** As the person would write it: `resume.yaml`. */
  readonly name: string;
  readonly path: string;
  readonly format: ResumeFormat;
  readonly bytes: Uint8Array;
};

/** The file, or why there is none: `isUsage` when the person named a wrong one. */
export type FoundResume =
  | { readonly file: ResumeFile; readonly mistake?: undefined }
  | { readonly file?: undefined; readonly mistake: string; readonly isUsage: boolean };

export const resumeNames = ['resume.yaml', 'resume.yml', 'resume.json'] as const;

// A résumé has a hundredth of that; what is larger was not meant.
const mostBytes = 100_000_000;

/** Reads the résumé that was named, or the one of these names that the folder has. */
export async function findResume(root: string, named?: string): Promise<FoundResume> {
  if (named !== undefined) return readResume(root, named, true);
  const found = (await Promise.all(resumeNames.map((name) => exists(join(root, name))))).flatMap((is, index) =>
    is ? (resumeNames[index] ?? []) : [],
  );
  const [name, other] = found;
  if (name === undefined) {
    return {
      mistake: `There is no resume.yaml, resume.yml or resume.json in ${root}. Write one, or run this in your project's folder.`,
      isUsage: false,
    };
  }
  if (other === undefined) return readResume(root, name, false);
  return {
    mistake: `Both ${found.join(' and ')} are here. Keep the one that you edit (${name} unless you know better) and move the other away.`,
    isUsage: false,
  };
}

async function readResume(root: string, name: string, isUsage: boolean): Promise<FoundResume> {
  const path = resolve(root, name);
  const refuse = (mistake: string): FoundResume => ({ mistake, isUsage });
  const found = await stat(path).catch(readCode);
  if (typeof found === 'string') return refuse(explain(found, name));
  if (found.isDirectory()) return refuse(`${name} is a folder. Name the file, such as ${join(name, 'resume.yaml')}.`);
  if (!found.isFile()) return refuse(`${name} is no ordinary file. Name one that is.`);
  if (found.size > mostBytes)
    return refuse(`${name} has ${found.size} bytes, too many for a résumé. Name another file.`);
  const bytes = await readFile(path).catch(readCode);
  if (typeof bytes === 'string') return refuse(explain(bytes, name));
  return { file: { name, path, format: /\.jsonc?$/i.test(name) ? 'json' : 'yaml', bytes } };
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
