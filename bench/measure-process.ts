import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export type Measured = {
  /** User and system time of the process and its children, in milliseconds. */
  readonly cpuMs: number;
  /** From the start to the end, in milliseconds. */
  readonly wallMs: number;
  readonly output: string;
};

type Program = {
  /** A JavaScript file and its arguments, for the Node that runs this. */
  readonly args: readonly string[];
  readonly folder: string;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
};

const reporter = fileURLToPath(new URL('report-usage.cjs', import.meta.url));
const timeoutMs = 20_000;

/** Runs a program in a fresh process and says what it took. Rejects with what it printed when it fails or hangs. */
export async function measureProcess({ args, folder, env }: Program): Promise<Measured> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--require', reporter, ...args], {
    cwd: folder,
    env,
    timeout: timeoutMs,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => ({ code, wallMs: performance.now() - start }));
  const [stdout = '', stderr = '', usage = ''] = await Promise.all(
    child.stdio.slice(1).map((stream) => text(stream as Readable)),
  );
  const { code, wallMs } = await ended;
  if (code !== 0) {
    const end = code === null ? `was stopped after ${timeoutMs / 1000} s` : `ended with exit code ${code}`;
    throw new Error(`node ${args.join(' ')} ${end} and printed what follows. Mend that first.\n${stdout}${stderr}`);
  }
  const { ownMs, childrenMs } = JSON.parse(usage) as { ownMs: number; childrenMs?: number };
  if (childrenMs === undefined) {
    throw new Error('What the children of a process take can be read on Linux alone. Run this there.');
  }
  return { cpuMs: ownMs + childrenMs, wallMs, output: stdout };
}
