import { randomUUID } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import type { Shell } from '#cli';

/** The pull request for which a workflow runs. */
type PullEvent = { readonly number: number /** Its last commit. */; readonly commit: string };

/** Reads what a workflow runs for; nothing when that is no pull request. */
export async function readPullEvent({ env }: Pick<Shell, 'env'>): Promise<PullEvent | undefined> {
  if (!env.GITHUB_EVENT_PATH) return undefined;
  const event = JSON.parse(await readFile(env.GITHUB_EVENT_PATH, 'utf8')) as {
    readonly pull_request?: { readonly number: number; readonly head: { readonly sha: string } };
  };
  const pull = event.pull_request;
  return pull && { number: pull.number, commit: pull.head.sha };
}

/** Hands a value on to later steps and jobs of a workflow; elsewhere it does nothing. */
export async function writeOutput({ env }: Pick<Shell, 'env'>, name: string, value: string): Promise<void> {
  if (!env.GITHUB_OUTPUT) return;
  // Nobody can write this line into the value to begin an output of their own.
  const end = randomUUID();
  await appendFile(env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
}
