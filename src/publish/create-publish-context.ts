import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { createBucket, createDistribution } from '#aws';
import type { Shell } from '#cli';
import type { SiteOutputs } from '#terragrunt';
import type { PublishContext, Step } from './change-site.ts';

/**
 * Creates what publishing works with: the site's bucket and distribution, the clock, and the terminal for progress. With `force`
 * nobody is waited for.
 */
export async function createPublishContext(
  { bucket: name, region, distributionId }: SiteOutputs,
  { force = false }: { readonly force?: boolean | undefined },
  shell: Shell,
): Promise<PublishContext> {
  const [bucket, distribution] = await Promise.all([
    createBucket({ name, region }, shell.env),
    createDistribution(distributionId, shell.env),
  ]);
  const owner = nameOwner(shell.env);
  return {
    bucket,
    distribution,
    owner,
    isOver: (other) => force || hasEnded(other, owner),
    // Two machines whose clocks differ have to agree on whether a lock is over.
    now: bucket.now,
    pause: async (ms) => void (await pause(ms)),
    report: createReporter(shell),
  };
}

function nameOwner({ GITHUB_RUN_ID: run, GITHUB_REPOSITORY: repository, USER, USERNAME }: Shell['env']): string {
  // A run of a workflow never runs twice at once.
  if (run) return `the workflow run ${run} of ${repository}`;
  // In a container the system may know no name for the user: os.userInfo() throws there.
  return `${USER || USERNAME || 'somebody'}@${hostname()} (process ${process.pid})`;
}

/** Whether another owner was a process of this very machine that runs no more. */
function hasEnded(other: string, owner: string): boolean {
  const pattern = /^(.*) \(process (\d+)\)$/;
  const [, place, id] = pattern.exec(other) ?? [];
  if (place === undefined || place !== pattern.exec(owner)?.[1]) return false;
  try {
    process.kill(Number(id), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

const everyMs = 10_000;

/** Creates what tells a person how publishing goes on: a line for each step, and one for every ten seconds of waiting. */
function createReporter({ print, warn, paint }: Pick<Shell, 'print' | 'warn' | 'paint'>): (step: Step) => void {
  let told = 0;
  return (step) => {
    if (step.kind === 'waiting') {
      if (step.ms < told + everyMs) return;
      told = step.ms;
      warn(`  Waiting for CloudFront … ${Math.round(step.ms / 1000)} s`);
    } else {
      print(paint('dim', `  ${labels[step.kind]} ${list(step.paths)}`));
    }
  };
}

const labels = {
  storing: 'Uploading',
  placing: 'Putting in place',
  removing: 'Removing',
  invalidating: 'Invalidating',
} as const;

const maxShown = 5;

function list(paths: readonly string[]): string {
  const shown = paths.slice(0, maxShown).join(', ');
  return paths.length > maxShown ? `${shown} and ${paths.length - maxShown} more` : shown;
}
