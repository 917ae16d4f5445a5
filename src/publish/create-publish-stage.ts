import { setTimeout as pause } from 'node:timers/promises';
import { createBucket, createDistribution } from '#aws';
import type { Shell } from '#cli';
import type { SiteOutputs } from '#terragrunt';
import type { Stage } from './change-site.ts';
import { createReporter } from './create-reporter.ts';

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
