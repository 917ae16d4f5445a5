import type { ResumeFile, ResumeFiles } from '#build';
import {
  concealOmitted,
  createEditions,
  findResume,
  findResumes,
  formatOmitted,
  paintProblem,
  readFiles,
  readPublic,
  replaceFile,
  withholdFiles,
} from '#build';
import { decodeResume, fixResume, formatFiles, type ProblemStyle } from '#resume';
import { defineCommand } from '../define-command.ts';
import type { Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';
import { describeResume } from './describe-resume.ts';

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
    const told = files.filter(({ name }) => found.only === undefined || name === found.only);
    const report = formatFiles(told, style, paintProblem(shell.paint)).trimEnd();
    if (report !== '') shell.print(report);
    const problems = told.flatMap((file) => file.problems);
    if (problems.some(({ severity }) => severity === 'error') || (options.strict && problems.length > 0)) return 1;
    if (style !== 'text') return 0;

    for (const { name } of told) {
      const resume = read.find(({ file }) => file.name === name)?.parsed.resume;
      if (resume) shell.print(`${shell.paint('good', `${name} is valid`)}: ${describeResume(resume)}.`);
    }
    if (!editions) return 0;
    // What is left out depends on no stylesheet or script, so none is made.
    const { renderSite } = await import('#site');
    const assets = { css: '', scripts: { api: '', local: '' }, ...folder, publicFiles };
    const omitted = concealOmitted(renderSite(editions, assets).omitted, read);
    const prefix = editions[files.findIndex(({ name }) => name === found.only)]?.prefix;
    const shown = prefix === undefined ? omitted : omitted.filter((one) => one.prefix === prefix);
    const left = formatOmitted(shown, shell.paint);
    if (left !== '') shell.print(left);
    for (const remark of found.remarks) shell.print(remark);
    return 0;
  },
});

type Checked = ResumeFiles & {
  /** The one that was asked for, where the others are there to compare it with. */
  readonly only?: string;
};

/** Finds what is to be checked: all languages, or the one file that was named, which may be one of them. */
async function findChecked(root: string, named: string | undefined): Promise<Checked> {
  if (named === undefined) return findResumes(root);
  const main = await findResume(root, named);
  const site = await findResumes(root).catch((error: unknown) => {
    // The file that was named may be fine all the same.
    if (error instanceof UserError) return undefined;
    throw error;
  });
  const only = site?.others.find(({ path }) => path === main.path)?.name;
  return site && only !== undefined ? { ...site, only, remarks: [] } : { main, others: [], remarks: [] };
}

async function fixAll({ main, others, only }: Checked, style: ProblemStyle, shell: Shell): Promise<boolean> {
  let isChanged = false;
  for (const file of [main, ...others]) {
    if (only !== undefined && file.name !== only) continue;
    if (await fix(file, style, shell)) isChanged = true;
  }
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
  for (const { line, column, message } of fixed.fixes) tell(`${file.name}:${line}:${column}  ${message}`);
  tell(`${fixed.fixes.length === 1 ? '1 change' : `${fixed.fixes.length} changes`} made in ${file.name}.\n`);
  return true;
}
