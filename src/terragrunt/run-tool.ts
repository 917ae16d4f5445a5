import { execFile, spawn } from 'node:child_process';
import type { Shell } from '#cli';
import { describeTools } from './describe-tools.ts';
import { findProgram } from './find-program.ts';

type ToolOptions = {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** How a tool ended, or that there is none of this name on the machine. */
type ToolEnd = { readonly ok: boolean; readonly isMissing: boolean };

/** Runs a tool to its end, with this terminal: its output is seen as it comes, and its questions can be answered. */
export function runTool(tool: string, args: readonly string[], { cwd, env }: ToolOptions): Promise<ToolEnd> {
  return new Promise((resolve, reject) => {
    // A terminal sends Ctrl-C to both. The tool ends in its own time, so that it leaves nothing half done; twice would hurry it.
    let isStopped = false;
    const onInterrupt = () => {
      isStopped = true;
      if (!process.stdin.isTTY) child.kill('SIGINT');
    };
    const onTerminate = () => {
      isStopped = true;
      child.kill('SIGTERM');
    };
    // Before the tool begins: it can be heard of before `spawn` returns.
    process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate);
    const [program, ...before] = findProgram(tool, process);
    const child = spawn(program, [...before, ...args], { cwd, env: describeTools(env), stdio: 'inherit' });
    const finish = () => process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate);
    child.on('error', (error: NodeJS.ErrnoException) => {
      finish();
      if (error.code === 'ENOENT') return resolve({ ok: false, isMissing: true });
      reject(new Error(`${tool} cannot be started. Check that it may be run.`, { cause: error }));
    });
    child.on('close', (code) => {
      finish();
      // Terragrunt ends well even when it was interrupted.
      resolve({ ok: code === 0 && !isStopped, isMissing: false });
    });
  });
}

export type ToolOutput = ToolEnd & { readonly stdout: string; readonly stderr: string };

const maxMs = 300_000;

/** Runs a tool and gives what it printed; after five minutes it is ended. */
export function captureTool(tool: string, args: readonly string[], { cwd, env }: ToolOptions): Promise<ToolOutput> {
  return new Promise((resolve) => {
    const options = { cwd, env: describeTools(env), timeout: maxMs, maxBuffer: 100_000_000 };
    const [program, ...before] = findProgram(tool, process);
    execFile(program, [...before, ...args], options, (error, stdout, stderr) => {
      resolve({ ok: error === null, isMissing: error?.code === 'ENOENT', stdout, stderr });
    });
  });
}

/** What to do about a tool that is not there. */
export function explainMissingTool(tool: string): string {
  return `${tool} is not installed. Run mise install in this folder: mise.toml names every tool (https://mise.jdx.dev).`;
}

/** Takes the address for alarms out of a text: what a pipeline prints and comments, everybody can read. */
export function hideEmail(text: string, { env }: Pick<Shell, 'env'>): string {
  return env.ALARM_EMAIL ? text.replaceAll(env.ALARM_EMAIL, '(ALARM_EMAIL)') : text;
}
