import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rehearsal } from '../rehearsal/rehearsal.ts';
import type { Repository } from './make-repository.ts';
import { type Ran, type Runner, runWorkflow } from './run-workflow.ts';
import type { Desk } from './start-desk.ts';
import { type GitHub, repository as name } from './start-github.ts';
import type { Recorder } from './start-recorder.ts';
import type { StandIns } from './write-stand-ins.ts';

type Parts = {
  readonly repository: Repository;
  readonly github: GitHub;
  readonly recorder: Recorder;
  readonly standIns: StandIns;
  readonly rehearsal: Rehearsal;
  readonly desk: Desk;
  readonly runner: Runner;
};

export type Run = Ran & {
  /** What was asked of AWS meanwhile, in its order. */
  readonly calls: readonly string[];
};

/** What every scenario of the rehearsal has at hand. */
export type Stage = Parts & {
  /** Pushes a commit to a pull request, which is opened by the first. */
  push(number: number, branch: string, commit: string): Promise<Run>;
  /** Pushes a commit to main; with a pull request, as its merge. */
  pushMain(commit: string, number?: number): Promise<Run>;
  /** Starts the weekly run. */
  runWeekly(): Promise<Run>;
};

export function createStage(parts: Parts): Stage {
  const { github, recorder, runner } = parts;
  const repository = { full_name: name, default_branch: 'main' };
  const logs = process.env.REHEARSAL_LOGS;
  let count = 0;

  async function run(event: string, payload: object): Promise<Run> {
    const before = recorder.calls.length;
    const ran = await runWorkflow(runner, event, { ...payload, repository });
    count += 1;
    if (logs) {
      mkdirSync(logs, { recursive: true });
      writeFileSync(join(logs, `run-${count}.log`), ran.output);
    }
    return { ...ran, calls: recorder.calls.slice(before) };
  }

  return {
    ...parts,
    push(number, branch, commit) {
      const known = github.pulls.find((pull) => pull.number === number);
      if (known) known.head.sha = commit;
      else github.pulls.push({ number, head: { sha: commit }, merged_at: null, merge_commit_sha: null });
      const head = { sha: commit, ref: branch, repo: { full_name: name } };
      const pull = { number, head, base: { ref: 'main', repo: { full_name: name } } };
      return run('pull_request', { action: known ? 'synchronize' : 'opened', number, pull_request: pull });
    },
    pushMain(commit, number) {
      const pull = github.pulls.find((one) => one.number === number);
      if (pull) Object.assign(pull, { merged_at: '2026-11-24T10:00:00Z', merge_commit_sha: commit });
      return run('push', { ref: 'refs/heads/main', after: commit });
    },
    runWeekly: () => run('schedule', { schedule: '17 5 * * 1' }),
  };
}
