import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { printable, UserError } from '#cli';
import { nameLanguage } from '#resume';
import { findResume, type ResumeFile, readResume } from './find-resume.ts';

/** The résumé that is shown first, and those in other languages beside it. */
export type ResumeFiles = {
  readonly main: ResumeFile;
  /** In the order of their tags. */
  readonly others: readonly ResumeFile[];
  /** Sentences about files that look like another language and are none. */
  readonly remarks: readonly string[];
  /** Where another language was named: the main one, whose private values are private there too. */
  readonly shared?: ResumeFile | undefined;
};

/**
 * Finds a résumé with the same in other languages: beside `resume.yaml` these are `resume.de.yaml`, `resume.pt-BR.json` and so
 * on. Throws a `UserError` when there is none, and when two are in one language.
 */
export async function findResumes(root: string, named?: string): Promise<ResumeFiles> {
  const { main, languages, remarks } = await findLanguages(root, named);
  const others = languages.map(async ({ name, language }) => ({ ...(await readResume(root, name, 1)), language }));
  return { main, others: await Promise.all(others), remarks, shared: await findShared(root, main) };
}

type Languages = Pick<ResumeFiles, 'main' | 'remarks'> & {
  readonly languages: readonly { readonly name: string; readonly language: string }[];
};

/** Finds the main one, and which others there are to be read. */
async function findLanguages(root: string, named?: string): Promise<Languages> {
  const main = await findResume(root, named);
  const stem = basename(main.name).replace(/\.[^.]*$/, '');
  const names = await readdir(dirname(main.path)).catch(() => []);
  const remarks: string[] = [];
  const found = new Map<string, string>();
  for (const name of names.sort()) {
    const written = readMiddle(name, stem);
    if (written === undefined || name === basename(main.name) || written === 'schema') continue;
    const language = readTag(written);
    if (language === undefined) remarks.push(explainUnreadable(name, stem, written));
    else if (found.has(language)) throw new UserError(explainTwo(language, `${found.get(language)}`, name), 1);
    else found.set(language, name);
  }
  const sorted = [...found].sort(([one], [two]) => (one < two ? -1 : 1));
  return {
    main,
    languages: sorted.map(([language, name]) => ({ name: join(dirname(main.name), name), language })),
    remarks,
  };
}

/** Finds the main résumé of which a file is another language, as `resume.de.yaml` is of `resume.yaml`. */
async function findShared(root: string, { name }: ResumeFile): Promise<ResumeFile | undefined> {
  const [, stem = '', written = ''] = /^(.+)\.([^./\\]+)\.(?:ya?ml|json)$/.exec(basename(name)) ?? [];
  if (readTag(written) === undefined) return undefined;
  const names: readonly string[] = await readdir(join(root, dirname(name))).catch(() => []);
  const found = ['.yaml', '.yml', '.json'].map((ending) => stem + ending).find((one) => names.includes(one));
  return found === undefined ? undefined : readResume(root, join(dirname(name), found), 1);
}

/** Résumés of which one is asked for, where the others are there for what it has of them. */
export type ChosenResumes = ResumeFiles & {
  /** The language that is asked for. Default: all, or the main one where it has no others. */
  readonly chosen?: ResumeFile;
};

/** Finds the one file that was named: alone, or with the main one where it is one of the folder's languages. */
export async function findChosen(root: string, named: string): Promise<ChosenResumes> {
  const file = await findResume(root, named);
  const folder = await findLanguages(root).catch((error: unknown) => {
    // The file that was named may be fine all the same.
    if (error instanceof UserError) return undefined;
    throw error;
  });
  const language = folder?.languages.find(({ name }) => resolve(root, name) === file.path);
  if (!folder || !language) return { main: file, others: [], remarks: [], shared: await findShared(root, file) };
  const chosen = { ...file, ...language };
  return { main: folder.main, others: [chosen], remarks: [], chosen };
}

/** Whether a path is, or could become, that of another language beside a résumé. */
export function isLanguageOf(path: string, resumePath: string): boolean {
  return readMiddle(path, resumePath.replace(/\.[^./\\]*$/, '')) !== undefined;
}

function readMiddle(name: string, stem: string): string | undefined {
  const ending = /\.(?:ya?ml|json)$/.exec(name)?.[0];
  if (ending === undefined || !name.startsWith(`${stem}.`)) return undefined;
  const middle = name.slice(stem.length + 1, -ending.length);
  return middle === '' || /[/\\]/.test(middle) ? undefined : middle;
}

// Only where a file's name may be that of a language: the first use of Intl takes as long as reading the résumé.
let names: Intl.DisplayNames | undefined;

function hasName(language: string): boolean {
  names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return names.of(language) !== undefined;
}

// What is no language, and what is more often the English word than Newari.
const others = ['und', 'mul', 'zxx', 'mis', 'new'];

/**
 * Reads the tag of a language as the web writes it (`pt-BR`); nothing where nobody speaks it. What is written otherwise, such
 * as `deu`, was hardly meant.
 */
export function readTag(written: string): string | undefined {
  const tag = canonicalize(written);
  if (tag === undefined || others.includes(tag)) return undefined;
  const { language } = new Intl.Locale(tag);
  const isWritten = written.toLowerCase().split('-', 1)[0] === language;
  return isWritten && hasName(language) ? tag : undefined;
}

function canonicalize(written: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(written)[0];
  } catch {
    return undefined;
  }
}

/** The tag that was probably meant by what is none: `pt_BR`, or a language's English name. */
export function findNearTag(written: string): string | undefined {
  const meant = canonicalize(written.replaceAll('_', '-'));
  return meant !== undefined && readTag(meant) !== undefined ? meant : findByName(written);
}

function findByName(written: string): string | undefined {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const tags = letters.flatMap((first) => letters.map((second) => first + second));
  return tags.find((tag) => readTag(tag) !== undefined && nameLanguage(tag).toLowerCase() === written.toLowerCase());
}

function explainUnreadable(name: string, stem: string, written: string): string {
  const meant = findNearTag(written);
  const ending = name.slice(name.lastIndexOf('.'));
  const remedy =
    meant === undefined
      ? `For another language name it by its tag, such as ${stem}.de${ending}`
      : `For ${nameLanguage(meant)} name it ${stem}.${meant}${ending}`;
  return `${printable(name)} is not on the site, because "${printable(written)}" is not a language tag. ${remedy}; if it is none, by another name, such as ${printable(`${written}-${stem}${ending}`)}.`;
}

function explainTwo(language: string, one: string, two: string): string {
  return `Both ${printable(one)} and ${printable(two)} are the résumé in ${nameLanguage(language)}. Keep the one that you edit and move the other away.`;
}
