import { existsSync } from 'node:fs';
import { win32 } from 'node:path';

type Place = {
  readonly platform: string;
  /** Where Node is. */
  readonly execPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/**
 * What starts a tool, and the arguments before its own: its name, but for npm on Windows. There it is a script of the shell, which
 * Node starts no more (CVE-2024-27980), so Node runs what that script runs: the npm that started us, or the one beside Node.
 */
export function findProgram(
  tool: string,
  { platform, execPath, env }: Place,
  isThere: (path: string) => boolean = existsSync,
): readonly [program: string, ...args: string[]] {
  if (tool !== 'npm' || platform !== 'win32') return [tool];
  const places = [
    env.npm_execpath ?? '',
    win32.join(win32.dirname(execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const found = places.find((path) => path.endsWith('npm-cli.js') && isThere(path));
  return found === undefined ? [tool] : [execPath, found];
}
