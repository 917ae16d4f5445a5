import { createBucket, createDistribution } from '#aws';
import type { PublishContext, Step } from '#publish';
import { type Aws, bucketName } from './start-aws.ts';

export type TestContext = PublishContext & {
  readonly steps: Step[];
  /** The present time, in milliseconds since 1970; every look at it takes a second. */
  time: number;
};

/** The real ports, spoken to AWS's stand-in; the clock goes on by itself and nobody waits. */
export async function createContext(aws: Aws, owner = 'jane@laptop (process 1)'): Promise<TestContext> {
  const env = { AWS_ENDPOINT_URL: aws.url, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
  const steps: Step[] = [];
  const context: TestContext = {
    bucket: await createBucket({ name: bucketName, region: 'eu-central-1' }, env),
    distribution: await createDistribution('E1', env),
    owner,
    isOver: () => false,
    time: Date.UTC(2026, 10, 24, 8),
    now() {
      context.time += 1000;
      return context.time;
    },
    async pause(ms) {
      context.time += ms;
    },
    report: (step) => steps.push(step),
    steps,
  };
  return context;
}

/** What visitors see, by path. */
export function readSite({ files }: Aws): Readonly<Record<string, string>> {
  const entries = [...files].filter(([key]) => key.startsWith('site/'));
  return Object.fromEntries(entries.map(([key, { body }]) => [key.slice(5), body.toString()]).sort());
}
