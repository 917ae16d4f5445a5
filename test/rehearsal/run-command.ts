import { spawn } from 'node:child_process';

export type CommandOptions = {
  readonly cwd: string;
  /** The whole environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends it with all that it started. */
  readonly signal: AbortSignal;
  /** Sees its output grow. Default: nobody does. */
  readonly onOutput?: (output: string) => void;
  /** After how many seconds it is ended. Default: 400. */
  readonly seconds?: number;
  /** The exit code that it must end with. Default: 0. */
  readonly code?: number;
};

const shownLines = 40;

/** Runs a command to its end and gives what it printed; rejects with the last lines of that when it ends as it should not. */
export async function runCommand(
  command: string,
  args: readonly string[],
  { seconds = 400, code: wanted = 0, ...options }: CommandOptions,
): Promise<string> {
  const { ended, output, stop } = startCommand(command, args, options);
  const timer = setTimeout(stop, seconds * 1000);
  const code = await ended;
  clearTimeout(timer);
  if (code === wanted) return output();
  const tail = output().trimEnd().split('\n').slice(-shownLines).join('\n');
  throw new Error(
    `${[command, ...args].join(' ')} ended with ${code ?? `a signal, after ${seconds} s at most`}:\n${tail}`,
  );
}

export type RunningCommand = {
  /** Its exit code; nothing when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** What it has printed so far, on both outputs. */
  output(): string;
  /** Ends it with all that it started. */
  stop(): void;
};

const all = new Set<RunningCommand & { readonly pid: number | undefined }>();

/** Ends whatever still runs of all commands, and resolves when it has ended: after five seconds by force. */
export async function endCommands(): Promise<void> {
  const running = [...all];
  for (const { stop } of running) stop();
  const timer = setTimeout(() => {
    for (const { pid } of running) endGroup(pid, 'SIGKILL');
  }, 5000);
  await Promise.allSettled(running.map(({ ended }) => ended));
  clearTimeout(timer);
}

/** Starts a command at the head of a group of processes, so that all of them can be ended together. */
export function startCommand(
  command: string,
  args: readonly string[],
  { cwd, env, signal, onOutput = () => {} }: Omit<CommandOptions, 'seconds' | 'code'>,
): RunningCommand {
  signal.throwIfAborted();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      onOutput(output);
    });
  }
  const stop = () => endGroup(child.pid, 'SIGTERM');
  signal.addEventListener('abort', stop);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      signal.removeEventListener('abort', stop);
      // What it leaves behind would hold its outputs open.
      endGroup(child.pid, 'SIGKILL');
      all.delete(started);
      resolve(code);
    });
  });
  const started = { ended, output: () => output, stop, pid: child.pid };
  all.add(started);
  return started;
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // All of them have ended.
  }
}
