import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOutcome } from './start-builder.ts';

/** Why the newest state of the files cannot be shown, as pages show it. */
export type BuildError = {
  /** One line: `resume.yaml has 2 mistakes`. */
  readonly title: string;
  readonly items: readonly BuildErrorItem[];
};

type BuildErrorItem = {
  /** Such as `resume.yaml:12:14`; empty when it is not known. */
  readonly place: string;
  readonly message: string;
};

/** What could not be used as it was written, in the same form; the page is made all the same. */
export type BuildNotes = BuildError;

// More than that is not read in a browser.
const maxItems = 50;

/** What stands above the page while there are notes on the résumé, or remarks on what belongs to it; nothing without. */
export function toNotes({ resumes, remarks }: Noted): BuildNotes | undefined {
  const noted = resumes.filter(({ problems }) => problems.length > 0);
  const count = countProblems(noted) + remarks.length;
  if (count === 0) return undefined;
  return {
    title: `${count === 1 ? '1 note' : `${count} notes`} on ${nameAll(noted.length > 0 ? noted : resumes.slice(0, 1))}`,
    items: [...noted.flatMap(toItems), ...remarks.map((message) => ({ place: '', message }))],
  };
}

type Noted = Pick<Extract<BuildOutcome, { readonly kind: 'built' }>, 'resumes' | 'remarks'>;
type Checked = Noted['resumes'][number];

function countProblems(files: readonly Checked[]): number {
  return files.reduce((sum, { problems }) => sum + problems.length, 0);
}

function nameAll(files: readonly Checked[]): string {
  return new Intl.ListFormat('en').format(files.map(({ name }) => name));
}

function toItems({ name, problems }: Checked): readonly BuildErrorItem[] {
  const items = problems.slice(0, maxItems).map(({ path, line, column, message }) => ({
    place: `${name}:${line}:${column}`,
    message: path === '' ? message : `${path}: ${message}`,
  }));
  const more = problems.length - items.length;
  return more === 0
    ? items
    : [...items, { place: '', message: `And ${more} more: npx cloud-resume check shows them.` }];
}

/** What is laid over the page when a build could not be made; places in the code are relative to `root`. */
export function toOverlay(outcome: Exclude<BuildOutcome, { readonly kind: 'built' }>, root: string): BuildError {
  switch (outcome.kind) {
    case 'problems': {
      const { resumes } = outcome;
      const count = countProblems(resumes);
      return {
        title: `${nameAll(resumes)} ${resumes.length === 1 ? 'has' : 'have'} ${count === 1 ? '1 mistake' : `${count} mistakes`}`,
        items: resumes.flatMap(toItems),
      };
    }
    case 'refused':
      return { title: 'The site cannot be built', items: [{ place: '', message: outcome.mistake }] };
    case 'crashed':
      return { title: 'The code has a mistake', items: findErrorLocation(outcome.error, root) };
  }
}

/** Where in the code an error has its place, relative to `root`: what esbuild reports, or the first line of ours in the stack. */
export function findErrorLocation(error: Error, root: string): readonly BuildErrorItem[] {
  const { errors } = error as { errors?: readonly EsbuildMessage[] };
  if (errors && errors.length > 0) {
    return errors.map(({ text, location }) => ({
      // esbuild counts columns from 0.
      place: location ? `src/${location.file}:${location.line}:${location.column + 1}` : '',
      message: text,
    }));
  }
  const lines = [...(error.stack ?? '').matchAll(/(?:^|[\s(])(file:\/\/\/[^\s()]+?|\/[^():\n]+?)\.ts:(\d+)/gm)];
  const [, name, line] = lines.find((match) => !match[1]?.includes('/node_modules/')) ?? [];
  if (!name) return [{ place: '', message: error.message }];
  const path = name.startsWith('file:') ? fileURLToPath(name) : name;
  return [{ place: `${relative(root, path)}.ts:${line}`, message: error.message }];
}

type EsbuildMessage = {
  readonly text: string;
  readonly location: { readonly file: string; readonly line: number; readonly column: number } | null;
};
