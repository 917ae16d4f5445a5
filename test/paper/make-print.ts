import { readFileSync } from 'node:fs';
import { findFonts, readFonts } from '#build';
import { choosePaper, createSheet, openPress, type Press, type Print, type Sheet } from '#paper';
import { parseResume, type Resume } from '#resume';
import { createOutline, type Outline } from '#site';
import { listCases } from '../fixtures/list-cases.ts';
import { completeResume } from '../fixtures/resumes.ts';

type Printed = Print & { readonly resume: Resume; readonly outline: Outline; readonly sheet: Sheet };

type NamedResume = { readonly name: string; readonly resume: Resume };

/** The sample, every key there is, and every fixture that is valid. */
export function listResumes(): readonly NamedResume[] {
  const sample = { name: 'resume.yaml', text: readFileSync('resume.yaml', 'utf8'), format: 'yaml' as const };
  const written = [sample, ...listCases()].flatMap(({ name, text, format }) => {
    const { resume } = parseResume(text, format);
    return resume ? [{ name, resume }] : [];
  });
  return [...written, { name: 'every key there is', resume: completeResume }];
}

/** Résumés in scripts that our own fonts lack, but that the tests have fonts for. */
export function listScripts(): readonly NamedResume[] {
  return ['hebrew', 'hindi', 'thai'].flatMap((name) => {
    const { resume } = parseResume(readFileSync(`test/fixtures/scripts/${name}.yaml`, 'utf8'), 'yaml');
    return resume ? [{ name, resume }] : [];
  });
}

const presses = new Map<string, Promise<Press>>();

/** Prints a résumé as a build does. */
export async function printResume(resume: Resume): Promise<Printed> {
  const { outline } = createOutline(resume, new Map());
  const sheet = createSheet(outline, { accent: '#17524a' });
  const fonts = await findFonts('.', JSON.stringify(sheet), sheet.language);
  const key = fonts.map(({ path }) => path).join();
  const opened = presses.get(key) ?? readFonts(fonts).then(openPress);
  presses.set(key, opened);
  const press = await opened;
  return { resume, outline, sheet, ...press.print(sheet, { paper: choosePaper(resume) }) };
}
