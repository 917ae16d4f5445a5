import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TroubleItem } from '#preview';

/** Says where in the code a fault has its place, relative to `root`: what esbuild reports, or the first line of ours in the stack. */
export function locateFault(fault: Error, root: string): readonly TroubleItem[] {
  const { errors } = fault as { errors?: readonly EsbuildMessage[] };
  if (errors && errors.length > 0) {
    return errors.map(({ text, location }) => ({
      // esbuild counts columns from 0.
      place: location ? `src/${location.file}:${location.line}:${location.column + 1}` : '',
      message: text,
    }));
  }
  const lines = [...(fault.stack ?? '').matchAll(/(?:^|[\s(])(file:\/\/\/[^\s()]+?|\/[^():\n]+?)\.ts:(\d+)/gm)];
  const [, name, line] = lines.find((match) => !match[1]?.includes('/node_modules/')) ?? [];
  if (!name) return [{ place: '', message: fault.message }];
  const path = name.startsWith('file:') ? fileURLToPath(name) : name;
  return [{ place: `${relative(root, path)}.ts:${line}`, message: fault.message }];
}

type EsbuildMessage = {
  readonly text: string;
  readonly location: { readonly file: string; readonly line: number; readonly column: number } | null;
};
