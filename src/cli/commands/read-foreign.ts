import { readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findResume } from '#build';
import { formatLeftOver, type ImportedResume, importFolder, importResume, summarize } from '#formats';
import { printable } from '../printable.ts';
import type { Paint } from '../shell.ts';
import { UserError } from '../user-error.ts';

/** Reads a résumé of another format. Throws a `UserError` when there is none or it cannot be read. */
export async function readForeign(root: string, named: string): Promise<ImportedResume> {
  const path = resolve(root, named);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const imported = isFolder
    ? importFolder(await readTables(path))
    : importResume((await findResume(root, named)).bytes);
  if (imported.mistake !== undefined) throw new UserError(`${printable(named)}: ${printable(imported.mistake)}`, 1);
  return imported;
}

/** Says what was not taken, for people. */
export function formatImport({ from, leftOvers, settings, ignored }: ImportedResume, paint: Paint): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${printable(line)}`)];
  return [
    `This is ${from}.`,
    ...list(paint('strong', 'Not taken, because a résumé has no place for it:'), leftOvers.map(formatLeftOver)),
    ...list(`Settings of ${from}, not taken:`, summarize(settings)),
    ...list('Files that were not opened:', ignored),
  ].join('\n');
}

/** The tables of an unpacked export, which lie beside each other; none has more than a few thousand lines. */
async function readTables(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = (await readdir(folder)).filter((name) => /\.csv$/i.test(name)).slice(0, 200);
  const files = await Promise.all(names.map(async (name) => [name, (await findResume(folder, name)).bytes] as const));
  return new Map(files);
}
