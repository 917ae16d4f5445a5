import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { program } from '../cli/run-cli.ts';

type Preview = {
  readonly url: string;
  readonly child: ChildProcess;
  /** All that it has printed, on both outputs. */
  output(): string;
  /** Waits until it has printed this; rejects when it ends before, which it is made to before the test's own time is over. */
  sees(text: string | RegExp): Promise<void>;
  /** Sends the signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

type PreviewOptions = {
  readonly cwd: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What to start. Default: the program, by the Node that runs the test. */
  readonly command?: readonly [string, ...string[]];
  /** Whether it leads a group of processes, as a terminal's command does. Default: false. */
  readonly detached?: boolean;
};

/** Starts a preview on a free port and waits until it serves; it is killed after the test if it still runs. */
export async function startPreview(context: TestContext, options: PreviewOptions): Promise<Preview> {
  const {
    cwd,
    args = ['--port', '0'],
    env = {},
    command = [process.execPath, program, 'preview'],
    detached = false,
  } = options;
  const [file, ...first] = command;
  const child = spawn(file, [...first, ...args], {
    cwd,
    detached,
    env: { PATH: process.env.PATH, HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let wake = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      wake();
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      resolve(code);
      wake();
    });
  });
  context.after(() => child.kill('SIGKILL'));

  async function sees(text: string | RegExp): Promise<void> {
    const timer = setTimeout(() => child.kill('SIGKILL'), 200_000);
    try {
      while (!(typeof text === 'string' ? output.includes(text) : text.test(output))) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`It ended and did not print ${text}:\n${output}`);
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        await promise;
      }
    } finally {
      clearTimeout(timer);
    }
  }

  await sees('Ctrl-C');
  const url = output.match(/http:\/\/\S+/)?.[0] ?? '';
  return {
    url,
    child,
    output: () => output,
    sees,
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

/** The processes that a process has started, and those that they have; none where there is no /proc to tell. */
export function listDescendants(pid: number): readonly number[] {
  if (!existsSync('/proc')) return [];
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(readStat(Number(name))[1]) }));
  const find = (of: number): number[] =>
    parents.filter(({ parent }) => parent === of).flatMap((one) => [one.pid, ...find(one.pid)]);
  return find(pid);
}

/** Waits until none of these processes runs; rejects after 100 s. They are not ours, so nobody tells when they end. */
export async function waitForEnd(pids: readonly number[]): Promise<void> {
  const deadline = Date.now() + 100_000;
  for (let left = pids; left.length > 0; left = left.filter(isRunning)) {
    if (Date.now() > deadline) throw new Error(`These processes still run: ${left.join(', ')}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

// A zombie (Z) has ended; it only waits for its parent to ask how.
function isRunning(pid: number): boolean {
  const [state = 'Z'] = readStat(pid);
  return state !== 'Z';
}

/** State, parent and more of a process; empty when there is none. */
function readStat(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
