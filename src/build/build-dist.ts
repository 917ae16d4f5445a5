import { realpath, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { isThere, printable, type Shell, showProgress, UserError } from '#cli';
import { startPress } from '#paper';
import type { Site } from '#site';
import { type Built, buildProject } from './build-project.ts';
import { createZip } from './create-zip.ts';
import { isBelow, resumeNames } from './find-resume.ts';
import { formatChecked } from './format-checked.ts';
import { formatOmitted } from './format-omitted.ts';
import { createManifest } from './manifest.ts';
import { writeDist } from './write-dist.ts';

type DistOptions = {
  readonly resume?: string | undefined;
  /** The folder. Default: `dist`. */
  readonly out?: string | undefined;
  /** Whether notes are errors too. Default: no. */
  readonly strict?: boolean | undefined;
};

/** Builds the site and the function, writes them and says so. */
export async function buildDist(
  shell: Shell,
  { resume, out = 'dist', strict = false }: DistOptions = {},
): Promise<void> {
  const { root } = shell;
  const folder = resolve(root, out);
  if (isBelow(join(root, 'public'), folder))
    throw new UserError(
      `${printable(out)} is published with all of public/. Name a folder outside of it with --out.`,
      2,
    );
  await refuseLink(root, folder, out);
  // Where the résumé has changed since its PDF was made, another one will be set, and what sets it takes long to load.
  const press = (await isOlder(root, resume)) ? startPress() : undefined;
  // Measured while the PDF is set.
  let pageBytes = 0;
  const page = ({ site }: Built) => {
    pageBytes = measurePage(site);
  };
  const building = buildProject({ root, resume }, { press, page });
  const build = await showProgress(shell, 'Building', building).finally(() => void press?.stop());
  const notes = formatChecked(build.resumes, shell);
  if (build.kind !== 'built') throw new UserError(notes, 1);
  if (notes !== '') {
    if (strict) throw new UserError(notes, 1);
    shell.warn(`${notes}\n`);
  }

  const { site, lambda } = build;
  const zip = createZip('index.mjs', lambda);
  const manifest = createManifest(site, zip);
  const files = new Map<string, Uint8Array>([
    ...site.files.map(({ path, body }) => [`site/${path}`, body] as const),
    ['lambda/index.mjs', lambda],
    ['lambda.zip', zip],
    // The last one: whoever reads it finds what it names.
    ['manifest.json', Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`)],
  ]);
  const dist = await writeDist(folder, files);

  const shown = printable(relative(root, folder) || '.');
  const changed = dist.written.length === 0 ? 'nothing changed' : `${dist.written.length} new or changed`;
  const removed = dist.removed.length === 0 ? '' : `, ${dist.removed.length} old removed`;
  shell.print(
    `${shell.paint('good', 'Built')} ${formatList(build.resumes.map(({ name }) => printable(name)))} into ${join(shown, '/')}: ${files.size} files, ${changed}${removed}.`,
  );
  shell.print(`The page is ${formatBytes(pageBytes)} with Brotli, the function ${formatBytes(lambda.length)}.`);
  const omitted = formatOmitted(site.omitted, shell.paint);
  if (omitted !== '') shell.print(omitted);
  if (build.versions.length > 0) shell.print(`Found by their address alone: ${formatList(build.versions)}.`);
  for (const remark of build.remarks) shell.print(remark);
}

/** Throws a `UserError` where the folder is a link that leads nowhere, or out of a project that it seems to be in. */
async function refuseLink(root: string, folder: string, out: string): Promise<void> {
  if (!(await isThere(folder))) return;
  const real = await realpath(folder).catch(() => undefined);
  if (real !== undefined && (!isBelow(root, folder) || isBelow(await realpath(root), real))) return;
  const where = real === undefined ? 'leads nowhere. Take it away, or name another' : 'leaves the project. Name the';
  throw new UserError(`${printable(out)} is a link that ${where} folder with --out.`, 2);
}

async function isOlder(root: string, resume: string = resumeNames[0]): Promise<boolean> {
  const [made, written] = await Promise.all(
    [join(root, '.local/made/pdf.json'), resolve(root, resume)].map((path) => stat(path).catch(() => undefined)),
  );
  return made !== undefined && written !== undefined && made.mtimeMs < written.mtimeMs;
}

// What a browser loads before the page is complete, the photo aside. The best quality, 11, takes ten times as long for 10 %
// less, and CloudFront does not say which one it takes.
function measurePage({ files }: Site): number {
  const page = files.find(({ path }) => path === 'index.html');
  const text = new TextDecoder().decode(page?.body);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return files
    .filter((file) => file === page || (file.path.endsWith('.css') && text.includes(`/${file.path}`)))
    .reduce((bytes, { body }) => bytes + brotliCompressSync(body, { params }).length, 0);
}

function formatList(names: readonly string[]): string {
  const [first = '', ...others] = names;
  return others.length === 0 ? first : new Intl.ListFormat('en').format(names);
}

function formatBytes(bytes: number): string {
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} KB`;
}
