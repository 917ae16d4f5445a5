import type { Problem } from './problem.ts';
import { spellOutControls } from './quote-value.ts';

/** `text` for people, `json` for programs, `github` for annotations in a workflow's log. */
export type ProblemStyle = 'text' | 'json' | 'github';

type ProblemFile = {
  /** The name to show, such as `resume.yaml`. */
  readonly name: string;
  /** Its content, for the lines under the problems; without it they are left out. */
  readonly text?: string | undefined;
};

/** Colors a part of the text style: only a main knows whether it prints to a terminal. */
export type PaintPart = (part: 'place' | 'note' | 'path' | 'source' | 'caret', text: string) => string;

/**
 * Shows problems, ready to print, with a line end after the last line.
 *
 * `text` (default) gives each problem with its source line and a caret, and a count at the end. `json` gives
 * `{ "version": 1, "file": …, "problems": [{ "severity", "path", "line", "column", "message" }] }`; the version changes if
 * a field changes its meaning or goes. `github` gives one `::error` command for each error, `::warning` for each note. Without problems `text` and
 * `github` are empty.
 * Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatProblems(
  problems: readonly Problem[],
  file: ProblemFile,
  style: ProblemStyle = 'text',
  paint: PaintPart = (_, text) => text,
): string {
  switch (style) {
    case 'json':
      return `${JSON.stringify({ version: 1, file: file.name, problems }, undefined, 2)}\n`;
    case 'github':
      return problems.map((problem) => formatCommand(problem, file.name)).join('');
    case 'text':
      return formatText(problems, file, paint);
  }
}

/**
 * The same for several files, the main one first: one after the other in `text` and `github`; in `json` the further ones stand
 * under `others`, each with its `file` and `problems`.
 */
export function formatFiles(
  files: readonly (ProblemFile & { readonly problems: readonly Problem[] })[],
  style: ProblemStyle = 'text',
  paint?: PaintPart,
): string {
  const [main, ...others] = files;
  if (style !== 'json' || !main || others.length === 0) {
    const texts = files.map((file) => formatProblems(file.problems, file, style, paint)).filter((text) => text !== '');
    return texts.join(style === 'text' ? '\n' : '');
  }
  const more = others.map(({ name, problems }) => ({ file: name, problems }));
  return `${JSON.stringify({ version: 1, file: main.name, problems: main.problems, others: more }, undefined, 2)}\n`;
}

function formatText(problems: readonly Problem[], file: ProblemFile, paint: PaintPart): string {
  if (problems.length === 0) return '';
  const name = spellOutControls(file.name);
  const lines = file.text?.replace(/^\uFEFF/, '').split('\n') ?? [];
  const blocks = problems.map((problem) => {
    const { severity, path, line, column, message } = problem;
    const place = paint('place', `${name}:${line}:${column}`);
    const mark = severity === 'note' ? `${paint('note', 'note')}  ` : '';
    const head = `${place}  ${mark}${path === '' ? '' : `${paint('path', path)}: `}${message}\n`;
    return head + formatSource(lines[line - 1] ?? '', line, column, paint);
  });
  const notes = problems.filter(({ severity }) => severity === 'note').length;
  const counts = [countThings(problems.length - notes, 'error'), countThings(notes, 'note')].filter(Boolean);
  return `${blocks.join('\n')}\n${counts.join(' and ')} in ${name}.\n`;
}

function countThings(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}

const maxWidth = 100;

function formatSource(source: string, line: number, column: number, paint: PaintPart): string {
  if (source.trim() === '') return '';
  // A long line is cut so that the place stays in sight.
  const from = column > maxWidth - 20 ? column - 41 : 0;
  const number = String(line).padStart(4);
  const shown = makeVisible(source.slice(from, from + maxWidth).trimEnd());
  const gap = Array.from(makeVisible(source.slice(from, column - 1)), measureGap).join('');
  return `${paint('source', `${number} | ${shown}`)}\n     | ${gap}${paint('caret', '^')}\n`;
}

/** Control characters could steer the terminal. */
function makeVisible(text: string): string {
  return text.replaceAll(/(?!\t)[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '\uFFFD');
}

function measureGap(character: string): string {
  if (character === '\t') return '\t';
  if (/\p{Mn}|\u200D|\uFE0F/u.test(character)) return '';
  return /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u.test(
    character,
  )
    ? '  '
    : ' ';
}

function formatCommand({ severity, path, line, column, message }: Problem, file: string): string {
  const title = path === '' ? 'Résumé' : path;
  const place = `file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(title)}`;
  return `::${severity === 'error' ? 'error' : 'warning'} ${place}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
