import { relative } from 'node:path';
import type { TroubleItem } from '#local';

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
  const [, path, line] = fault.stack?.match(/(?:file:\/\/)?(\/(?!.*\/node_modules\/)[^\s():]+\.ts):(\d+)/) ?? [];
  return [{ place: path ? `${relative(root, path)}:${line}` : '', message: fault.message }];
}

type EsbuildMessage = {
  readonly text: string;
  readonly location: { readonly file: string; readonly line: number; readonly column: number } | null;
};
