import { fixResume, parseResume } from '#resume';

/** For tests: a résumé beside `name: J`, what is said of it, and what --fix makes of the text, where it makes anything. */
export type Told = {
  readonly resume?: object | undefined;
  readonly notes?: readonly string[];
  readonly fixed?: string;
  readonly fixes?: readonly string[];
};

/** All that the room has to say of a text; what is empty is left out. A text that starts with a brace is JSON. */
export function tellAll(text: string): Told {
  const format = text.startsWith('{') ? 'json' : 'yaml';
  const show = ({ line, column, path, message }: { line: number; column: number; path: string; message: string }) =>
    `${line}:${column} ${path}: ${message}`;
  const { resume, problems } = parseResume(text, format);
  const fixed = fixResume(text, format);
  return {
    ...(resume && { resume }),
    ...(problems.length > 0 && { notes: problems.map(show) }),
    ...(fixed.text !== text && { fixed: fixed.text }),
    ...(fixed.fixes.length > 0 && { fixes: fixed.fixes.map(show) }),
  };
}
