import { readFileSync } from 'node:fs';
import { findFonts, readFonts } from '#build';
import { choosePaper, createSheet, openPress, type Print, type Sheet } from '#paper';
import { parseResume, type Resume } from '#resume';
import { createOutline, type Outline } from '#site';

export type Printed = Print & { readonly resume: Resume; readonly outline: Outline; readonly sheet: Sheet };

/** Reads a résumé's file and prints it as a build does. */
export async function printFile(path: string): Promise<Printed> {
  const { resume, problems } = parseResume(readFileSync(path, 'utf8'), path.endsWith('.json') ? 'json' : 'yaml');
  if (!resume) throw new Error(`${path} is not valid: ${problems[0]?.message}`);
  return printResume(resume);
}

export async function printResume(resume: Resume): Promise<Printed> {
  const { outline } = createOutline(resume, new Map());
  const sheet = createSheet(outline);
  const press = await openPress(await readFonts(await findFonts('.', JSON.stringify(sheet), sheet.language)));
  if (!press) throw new Error('There is no Typst here, which these tests are about. Run npm install again.');
  return { resume, outline, sheet, ...press.print(sheet, { paper: choosePaper(resume) }) };
}
