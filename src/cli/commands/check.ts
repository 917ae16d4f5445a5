import type { ResumeFile } from '#build';
import {
  concealOmitted,
  findResume,
  formatOmitted,
  paintProblem,
  readPublic,
  replaceFile,
  withholdFiles,
} from '#build';
import { decodeResume, fixResume, formatProblems, type ProblemStyle, parseResumeFile } from '#resume';
import { defineCommand } from '../define-command.ts';
import type { Shell } from '../shell.ts';
import { describeResume } from './describe-resume.ts';

/** Checks the résumé and shows every mistake; with `--fix` mends first what can be mended in one way only. */
export const check = defineCommand({
  name: 'check',
  otherNames: ['validate', 'lint', 'test', 'verify'],
  audience: 'people',
  summary: 'Finds every mistake in the résumé, and what the page leaves out',
  details:
    'Checks FILE, or the résumé in this folder, and shows each mistake with its place and what to write instead.\nAn error leaves no page (exit code 1); with notes alone the page is made all the same (exit code 0).',
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
    let file = await findResume(shell.root, named);
    if (options.fix && (await fix(file, style, shell))) file = await findResume(shell.root, named);
    const { text, parsed } = parseResumeFile(file, folder.publicFiles.keys());
    const shown = { name: file.name, ...(text !== undefined && { text }) };
    const report = formatProblems(parsed.problems, shown, style, paintProblem(shell.paint)).trimEnd();
    if (report !== '') shell.print(report);
    if (!parsed.resume || (options.strict && parsed.problems.length > 0)) return 1;
    if (style !== 'text') return 0;

    shell.print(`${shell.paint('good', `${file.name} is valid`)}: ${describeResume(parsed.resume)}.`);
    // What is left out depends on no stylesheet or script, so none is made.
    const { renderSite } = await import('#site');
    const { resume, source } = parsed;
    const publicFiles = withholdFiles(folder.publicFiles, [{ parsed }]);
    const assets = { css: '', scripts: { api: '', local: '' }, ...folder, publicFiles };
    const { omitted: all } = renderSite([{ prefix: '', resume, data: source }], assets);
    const omitted = formatOmitted(concealOmitted(all, [{ parsed }]), shell.paint);
    if (omitted !== '') shell.print(omitted);
    return 0;
  },
});

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
