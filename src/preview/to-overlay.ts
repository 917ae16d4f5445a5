import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOutcome } from './start-builder.ts';

/** Why the newest state of the files cannot be shown, as pages show it. */
export type BuildError = {
  /** One line: `resume.yaml has 2 mistakes`. */
  readonly title: string;
  readonly items: readonly BuildErrorItem[];
};

export type BuildErrorItem = {
  /** Such as `resume.yaml:12:14`; empty when nobody knows. */
  readonly place: string;
  readonly message: string;
};

/** What is laid over the page when a build could not be made; places in the code are relative to `root`. */
export function toOverlay(outcome: Exclude<BuildOutcome, { readonly kind: 'built' }>, root: string): BuildError {
  switch (outcome.kind) {
    case 'problems': {
      const { file, problems } = outcome;
      return {
        title: `${file.name} has ${problems.length === 1 ? '1 mistake' : `${problems.length} mistakes`}`,
        items: problems.map(({ path, line, column, message }) => ({
          place: `${file.name}:${line}:${column}`,
          message: path === '' ? message : `${path}: ${message}`,
        })),
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
