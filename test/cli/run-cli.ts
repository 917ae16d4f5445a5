import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { printableLines, runCommandLine } from '#cli';
import { commands } from '../../src/cli/commands/index.ts';

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

type RunOptions = {
  /** The folder to run in. */
  readonly cwd: string;
  /** Added to an environment without colors. Default: nothing. */
  readonly env?: Readonly<Record<string, string>>;
};

/**
 * Runs the command line as `src/cli.ts` does where nobody watches, in this process, which has loaded it already. What only a
 * process of its own can show (its end, its signals, its time zone) is tried with `spawnCli`.
 */
export async function runCli(args: readonly string[], { cwd, env = {} }: RunOptions): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const code = await runCommandLine(args, commands, {
    root: cwd,
    env: { PATH: process.env.PATH, ...env },
    isTerminal: false,
    showsProgress: false,
    canAsk: false,
    print: (text) => {
      stdout += `${printableLines(text)}\n`;
    },
    warn: (text) => {
      stderr += `${printableLines(text)}\n`;
    },
    paint: (_style, text) => text,
    paintWarning: (_style, text) => text,
    ask: () => Promise.reject(new Error('Nobody is there to answer.')),
    open: (url) => {
      stderr += `Nobody is there to see ${url}.\n`;
    },
    // What has to be stopped is spawned.
    untilStopped: () => new Promise(() => {}),
  });
  return { code, stdout, stderr };
}

type SpawnOptions = RunOptions & {
  /** Options of Node itself. Default: none. */
  readonly node?: readonly string[];
  /** Default: the program of this checkout. */
  readonly program?: string;
};

/** The program as a person starts it. */
export const program = fileURLToPath(new URL('../../bin/cloud-resume.js', import.meta.url));

/** Runs the command line to its end in a process of its own, as a person does. */
export function spawnCli(args: readonly string[], options: SpawnOptions): Promise<Ran> {
  const { cwd, env = {}, node = [], program: file = program } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, file, ...args], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
