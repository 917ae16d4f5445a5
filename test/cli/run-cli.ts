import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

type RunOptions = {
  /** The folder to run in. */
  readonly cwd: string;
  /** Added to an environment without colours. Default: nothing. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself. Default: none. */
  readonly node?: readonly string[];
  /** Default: the program of this checkout. */
  readonly program?: string;
};

/** The program as a person starts it. */
export const program = fileURLToPath(new URL('../../bin/cloud-resume.js', import.meta.url));

/** Runs the command line to its end; after 60 s it is ended. */
export function runCli(args: readonly string[], options: RunOptions): Promise<Ran> {
  const { cwd, env = {}, node = [], program: file = program } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, file, ...args], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
