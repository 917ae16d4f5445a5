import { setTimeout as pause } from 'node:timers/promises';
import { createBucket, createDistribution, type Stage } from '#publish';
import { createReporter } from './create-reporter.ts';
import type { SiteOutputs } from './read-site-outputs.ts';
import type { Shell } from './shell.ts';

/** Creates what publishing works with: the site's bucket and distribution, the clock, and the terminal for progress. */
export async function createStage({ bucket, region, distributionId }: SiteOutputs, shell: Shell): Promise<Stage> {
  const [bucketPort, distribution] = await Promise.all([
    createBucket({ name: bucket, region }),
    createDistribution(distributionId),
  ]);
  return {
    bucket: bucketPort,
    distribution,
    now: Date.now,
    pause: async (ms) => void (await pause(ms)),
    report: createReporter(shell),
  };
}
