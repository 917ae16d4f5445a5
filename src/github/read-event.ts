import { readFile } from 'node:fs/promises';
import type { Shell } from '#cli';

/** The pull request for which a workflow runs. */
export type PullEvent = { readonly number: number /** Its last commit. */; readonly commit: string };

/** Reads what a workflow runs for; nothing when that is no pull request. */
export async function readPullEvent({ env }: Pick<Shell, 'env'>): Promise<PullEvent | undefined> {
  if (!env.GITHUB_EVENT_PATH) return undefined;
  const event = JSON.parse(await readFile(env.GITHUB_EVENT_PATH, 'utf8')) as {
    readonly pull_request?: { readonly number: number; readonly head: { readonly sha: string } };
  };
  const pull = event.pull_request;
  return pull && { number: pull.number, commit: pull.head.sha };
}
