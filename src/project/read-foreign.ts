import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findResume } from '#build';
import { limitLines, type Paint, printable, shorten, UserError } from '#cli';
import { findTables, formatLeftOver, type ImportedResume, importFolder, importResume, summarize } from '#formats';

/** Reads a résumé of another format. Throws a `UserError` when there is none or it cannot be read. */
export async function readForeign(root: string, named: string): Promise<ImportedResume> {
  const path = resolve(root, named);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const mistake = isFolder ? undefined : explainName(named);
  if (mistake !== undefined) throw new UserError(`${printable(named)} ${mistake}`, 2);
  const imported = isFolder ? await readFolder(path) : importResume((await findResume(root, named)).bytes);
  if (imported.mistake !== undefined) throw new UserError(`${printable(named)}: ${printable(imported.mistake)}`, 1);
  return imported;
}

/** Says of a name that is not that of a whole résumé what to name instead. */
function explainName(named: string): string | undefined {
  if (/^https?:\/\//i.test(named)) return 'is an address, and import fetches nothing. Save the file, and name that.';
  if (findTables([named]).size > 0)
    return "is one table of LinkedIn's export. Name the ZIP, or the folder that it was unpacked into.";
  return undefined;
}

/** Says what was not taken, for people. */
export function formatImport({ from, leftOvers, settings, ignored }: ImportedResume, paint: Paint): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [title, ...limitLines(lines.map((line) => `  ${printable(shorten(line, 400))}`))];
  return [
    `This is ${from}.`,
    ...list(paint('strong', 'Not taken, because a résumé has no place for it:'), leftOvers.map(formatLeftOver)),
    ...list(`Settings of ${from}, not taken:`, summarize(settings)),
    ...list('Files that were not opened:', ignored),
  ].join('\n');
}

/** More than LinkedIn's whole export has; a folder with more is some other one. */
const maxNames = 5_000;
const maxBytes = 20_000_000;

/** An unpacked export. Only the tables that tell of a career are opened, wherever they lie in it, and not without a bound. */
async function readFolder(path: string) {
  const names = await listFolder(path);
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const name of findTables(names).keys()) {
    const file = await findResume(path, name);
    bytes += file.bytes.length;
    if (bytes > maxBytes)
      throw new UserError(
        `${printable(name)} is larger than what is read of a folder (${maxBytes / 1e6} MB). Name the folder of one person's export.`,
        1,
      );
    files.set(name, file.bytes);
  }
  return importFolder(names, files);
}

/** The files of a folder and of the folders in it; links are not followed, and folders of programs not looked into. */
async function listFolder(path: string, below = '', depth = 0): Promise<readonly string[]> {
  const names: string[] = [];
  for (const entry of await readdir(join(path, below), { withFileTypes: true })) {
    if (names.length >= maxNames) break;
    const name = join(below, entry.name);
    if (entry.isFile()) names.push(name);
    else if (entry.isDirectory() && depth < 2 && !/^\.|^node_modules$/.test(entry.name))
      names.push(...(await listFolder(path, name, depth + 1)));
  }
  return names.slice(0, maxNames);
}
