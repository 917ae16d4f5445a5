import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCommand } from '../rehearsal/run-command.ts';
import { workflowToken } from './start-github.ts';

export type Runner = {
  /** The checkout whose workflow is run, at its commit. */
  readonly repository: string;
  /** For what act keeps. */
  readonly folder: string;
  readonly actions: readonly string[];
  /** Of the repository. */
  readonly variables: Readonly<Record<string, string>>;
  /** What GitHub's machine would have in its environment otherwise. */
  readonly settings: Readonly<Record<string, string>>;
  /** All else in it. */
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
};

export type Ran = {
  /** How each job ended that was run, in their order: `dev success`. */
  readonly jobs: readonly string[];
  /** What the jobs printed, with the name of the job before each line. */
  readonly output: string;
};

type Line = { readonly jobID?: string; readonly jobResult?: string; readonly msg?: string; readonly level?: string };

const maxSeconds = 900;

/** Runs the workflow with act for an event, as GitHub would. */
export async function runWorkflow(runner: Runner, event: string, payload: object): Promise<Ran> {
  const file = join(runner.folder, 'event.json');
  writeFileSync(file, JSON.stringify(payload));
  const list = (values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([name, value]) => `${name}=${value}`);
  const pairs = (flag: string, values: readonly string[]) => values.flatMap((value) => [flag, value]);
  const args = [
    ...[event, '--directory', runner.repository, '--eventpath', file, '--json', '--no-cache-server'],
    // The other workflows ask GitHub alone.
    ...['--workflows', '.github/workflows/pipeline.yaml'],
    ...['--platform', 'ubuntu-24.04=-self-hosted', '--action-cache-path', join(runner.folder, 'act')],
    ...['--actor', 'jane', '--secret', `GITHUB_TOKEN=${workflowToken}`],
    ...pairs('--env', list(runner.settings)),
    ...pairs('--local-repository', runner.actions),
    ...pairs('--var', list(runner.variables)),
  ];
  const { env, signal } = runner;
  const running = startCommand('act', args, { cwd: runner.folder, env, signal });
  const timer = setTimeout(running.stop, maxSeconds * 1000);
  await running.ended;
  clearTimeout(timer);
  const lines = running
    .output()
    .split('\n')
    .map(read)
    .filter((line) => line !== undefined);
  const jobs = lines.flatMap(({ jobID, jobResult }) => (jobResult === undefined ? [] : [`${jobID} ${jobResult}`]));
  const output = lines
    .filter(({ msg = '' }) => !/^(LocalRepositoryCache| +⚙)/.test(msg))
    .map(({ jobID = 'act', msg = '' }) => `${jobID} | ${msg.trimEnd()}`)
    .join('\n');
  return { jobs, output };
}

function read(line: string): Line | undefined {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return line.trim() === '' ? undefined : { msg: line };
  }
}
