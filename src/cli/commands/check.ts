import {
  type ChosenResumes,
  concealOmitted,
  createEditions,
  describeResume,
  findChosen,
  findResumes,
  formatOmitted,
  paintProblem,
  type ResumeFile,
  readFiles,
  readPublic,
  replaceFile,
  withholdFiles,
} from '#build';
import { decodeResume, fixResume, formatFiles, type ProblemStyle } from '#resume';
import type { Omitted } from '#site';
import { defineCommand } from '../define-command.ts';
import { limitLines } from '../limit-lines.ts';
import { printable } from '../printable.ts';
import type { Shell } from '../shell.ts';

/** Checks the résumé and shows every mistake; with `--fix` mends first what can be mended in one way only. */
export const check = defineCommand({
  name: 'check',
  otherNames: ['validate', 'lint', 'test', 'verify'],
  audience: 'people',
  summary: 'Finds every mistake in the résumé, and what the page leaves out',
  details: `Checks FILE, or the résumé in this folder in all its languages, and shows each mistake with its place and what to
write instead. Where another language is not in step with the main one, a note names both places. An error
leaves no page (exit code 1); with notes alone the page is made all the same (exit code 0).`,
  operands: ['[FILE]'],
  options: {
    format: {
      value: 'FORMAT',
      choices: ['text', 'json', 'github'],
      help: 'text, json, or github (annotations in a workflow). Default: text.',
    },
    fix: { help: 'Mends what can be mended in one way only, in the file itself.' },
    strict: { help: 'Takes notes for errors, so the exit code is 1.' },
  },
  async run({ options, operands }, shell) {
    const style = options.format ?? 'text';
    const [named] = operands;
    const folder = await readPublic(shell.root);
    let found = await findChecked(shell.root, named);
    if (options.fix && (await fixAll(found, style, shell))) found = await findChecked(shell.root, named);
    const read = readFiles(found, folder.publicFiles);
    const publicFiles = withholdFiles(folder.publicFiles, read);
    const { files, editions } = createEditions(read, publicFiles);
    const told = files.filter(({ name }) => found.chosen === undefined || name === found.chosen.name);
    const report = formatFiles(told, style, paintProblem(shell.paint)).trimEnd();
    if (report !== '') shell.print(report);
    const problems = told.flatMap((file) => file.problems);
    if (problems.some(({ severity }) => severity === 'error') || (options.strict && problems.length > 0)) return 1;
    if (style !== 'text') return 0;

    for (const { name } of told) {
      const resume = read.find(({ file }) => file.name === name)?.parsed.resume;
      if (resume) shell.print(`${shell.paint('good', `${printable(name)} is valid`)}: ${describeResume(resume)}.`);
    }
    if (!editions) return 0;
    // What is left out depends on no stylesheet or script, so none is made.
    const { listOmitted } = await import('#site');
    const assets = { css: '', scripts: { api: '', local: '' }, ...folder, publicFiles };
    const omitted = concealOmitted(listOmitted(editions, assets), read);
    const folderOf = (tag: string) => (one: Omitted) => one.prefix?.startsWith(`${tag}/`);
    const shown = found.chosen?.language === undefined ? omitted : omitted.filter(folderOf(found.chosen.language));
    const left = formatOmitted(shown, shell.paint);
    if (left !== '') shell.print(left);
    for (const remark of found.remarks) shell.print(remark);
    return 0;
  },
});

function findChecked(root: string, named: string | undefined): Promise<ChosenResumes> {
  return named === undefined ? findResumes(root) : findChosen(root, named);
}

async function fixAll({ main, others, chosen }: ChosenResumes, style: ProblemStyle, shell: Shell): Promise<boolean> {
  let isChanged = false;
  for (const file of chosen ? [chosen] : [main, ...others]) if (await fix(file, style, shell)) isChanged = true;
  return isChanged;
}

async function fix(file: ResumeFile, style: ProblemStyle, shell: Shell): Promise<boolean> {
  const { text } = decodeResume(file.bytes);
  if (text === undefined) return false;
  const fixed = fixResume(text, file.format);
  if (fixed.text === text) return false;
  await replaceFile(file.path, fixed.text);
  // For programs the report alone goes to the standard output.
  const tell = style === 'text' ? shell.print : shell.warn;
  const name = printable(file.name);
  const { length } = fixed.fixes;
  const lines = fixed.fixes.map(({ line, column, message }) => `${name}:${line}:${column}  ${message}`);
  for (const line of limitLines(lines, '')) tell(line);
  tell(`${length === 1 ? '1 change' : `${length.toLocaleString('en')} changes`} made in ${name}.\n`);
  return true;
}
