import { fixResume, type Problem, parseResume } from '#resume';

/** For tests: a résumé, what is said of it, and what --fix makes of its text, where it makes anything. */
export type Told = {
  readonly resume?: object;
  /** As `3:5 work[0].url: What is wrong.`; errors say that they are. */
  readonly notes?: readonly string[];
  readonly fixed?: string;
  readonly fixes?: readonly string[];
};

/** All that the room has to say of a text; what is empty is left out. A text that starts with a brace is JSON. */
export function tellAll(text: string): Told {
  const format = text.startsWith('{') ? 'json' : 'yaml';
  const { resume, problems } = parseResume(text, format);
  const fixed = fixResume(text, format);
  return {
    ...(resume && { resume }),
    ...(problems.length > 0 && { notes: problems.map(show) }),
    ...(fixed.text !== text && { fixed: fixed.text }),
    ...(fixed.fixes.length > 0 && { fixes: fixed.fixes.map(show) }),
  };
}

function show({ severity, line, column, path, message }: Problem): string {
  return `${severity === 'note' ? '' : `${severity} `}${line}:${column} ${path}: ${message}`;
}
