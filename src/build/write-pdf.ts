import { open, stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { makeFolder, placeFile, printable, type Shell, showProgress, UserError } from '#cli';
import { choosePaper } from '#paper';
import { type Paper, type ParsedResume, parseResumeFile } from '#resume';
import { createOutline } from '#site';
import { inheritSettings } from './create-editions.ts';
import { type ChosenResumes, findChosen } from './find-languages.ts';
import { findResume, type ResumeFile } from './find-resume.ts';
import { formatChecked } from './format-checked.ts';
import { openKeep } from './keep.ts';
import { preparePhoto } from './pictures/prepare-photo.ts';
import { pdfPath, planPdf } from './plan-pdf.ts';
import { readPublic } from './read-public.ts';
import { refusePublished } from './refuse-published.ts';
import { withholdFiles } from './withhold-files.ts';

type PdfOptions = {
  readonly resume?: string | undefined;
  /** The file. Default: `resume.pdf` in the project's folder. */
  readonly out?: string | undefined;
  /** Default: as the résumé's settings or its country say. */
  readonly paper?: Paper | undefined;
  /** Whether it has what `meta.site.private` keeps out of everything else. Default: no. */
  readonly isPrivate?: boolean | undefined;
};

// A name that .gitignore knows.
const privatePath = 'resume.private.pdf';

/** Writes the résumé as a PDF and says so. Throws a `UserError` for mistakes in it and for a file that is no PDF of before. */
export async function writePdf(shell: Shell, options: PdfOptions = {}): Promise<void> {
  const { root } = shell;
  const { resume: named, isPrivate = false, out = isPrivate ? privatePath : pdfPath, paper } = options;
  const path = resolve(root, out);
  await refuseOthers(path, out);
  if (isPrivate) await refusePublished(path, out, root);
  const finding: Promise<Pick<ChosenResumes, 'main' | 'chosen' | 'shared'>> =
    named === undefined ? findResume(root).then((main) => ({ main })) : findChosen(root, named);
  const [{ main, chosen, shared: other }, { publicFiles: all }] = await Promise.all([finding, readPublic(root)]);
  const read = (file: ResumeFile, shared?: ParsedResume) => {
    const { text, parsed } = parseResumeFile(file, undefined, { withPrivate: isPrivate, main: shared });
    if (parsed.resume) return parsed;
    const checked = { name: file.name, ...(text !== undefined && { text }), problems: parsed.problems };
    throw new UserError(formatChecked([checked], shell), 1);
  };
  // A language keeps private what the main one does and looks like it, so that has to be readable too.
  const first = chosen ? main : other;
  const shared = first && read(first);
  const parsed = read(chosen ?? main, shared);
  const { privacy } = parsed;
  const resume = shared ? inheritSettings(parsed.resume, shared.resume) : parsed.resume;
  const publicFiles = isPrivate ? all : withholdFiles(all, [{ parsed }]);
  const { outline } = createOutline(resume, publicFiles);

  // What is private is kept nowhere else.
  const noKeep = { find: async () => undefined, put: async () => {} };
  const keep = isPrivate ? noKeep : openKeep(root);
  const { pdf: settings } = resume.meta?.site ?? {};
  const wanted = typeof settings === 'object' && settings.photo ? outline.photo : undefined;
  const prepared = wanted && (await preparePhoto(wanted.path, wanted.body, keep));
  const plan = await planPdf({ root, resume, outline, photo: prepared?.photo?.print, paper });
  const absence = await plan.explainAbsence();
  if (absence !== undefined) throw new UserError(absence, 3);
  const { files, notes } = await showProgress(shell, 'Printing', plan.make());
  const pdf = files.get(pdfPath) ?? new Uint8Array();
  await replace(path, pdf);

  const size = (paper ?? choosePaper(resume)) === 'letter' ? 'Letter' : 'A4';
  shell.print(
    `${shell.paint('good', 'Wrote')} ${printable(relative(root, path) || path)}: ${size}, ${Math.ceil(pdf.length / 1000)} KB.`,
  );
  for (const note of notes) shell.print(note);
  if (isPrivate) shell.warn(`This file ${describePrivate(privacy.paths.length)}`);
}

function describePrivate(count: number): string {
  return count === 0
    ? 'says what everybody may read: meta.site.private names nothing.'
    : 'has what meta.site.private keeps out of everything else. Give it to whom it is for, and publish it nowhere.';
}

// A slip such as `--out resume.yaml` must not cost a file.
async function refuseOthers(path: string, out: string): Promise<void> {
  // A pipe would never answer.
  const isOther = await stat(path).then(
    (one) => !one.isFile(),
    () => false,
  );
  if (isOther) throw new UserError(`${printable(out)} is there and is not a PDF. Name another file with --out.`, 2);
  const found = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new UserError(`${printable(out)} cannot be written (${error.code}). Name another file with --out.`, 2);
  });
  if (!found) return;
  try {
    const { buffer, bytesRead } = await found
      .read(Buffer.alloc(5), 0, 5, 0)
      .catch(() => ({ buffer: '', bytesRead: 1 }));
    if (bytesRead === 0 || buffer.toString() === '%PDF-') return;
    throw new UserError(`${printable(out)} is there and is not a PDF. Name another file with --out.`, 2);
  } finally {
    await found.close();
  }
}

async function replace(path: string, body: Uint8Array): Promise<void> {
  try {
    await makeFolder(dirname(path));
    await placeFile(path, body);
  } catch (cause) {
    throw new Error(
      `${printable(path)} cannot be written. Check that its folder is yours to write and that the disk has room.`,
      {
        cause,
      },
    );
  }
}
