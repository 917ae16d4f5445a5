import { fileURLToPath, pathToFileURL } from 'node:url';
import { readEvent } from '../../test/fixtures/read-event.ts';
import { createFunctionEnv } from '../create-function-env.ts';
import { measureProcess } from '../measure-process.ts';
import { namePackage } from '../name-package.ts';
import { repeat } from '../repeat.ts';
import type { Row, Section, Tick } from '../row.ts';
import { summarize } from '../summarize.ts';
import { bundleFunctions } from './bundle-functions.ts';
import { startTableStub } from './start-table-stub.ts';

const program = fileURLToPath(new URL('./repeat-visits.js', import.meta.url));
const visits = 2000;

/** Measures what process time a visit takes in a warm function, beside the same function on the official client. */
export async function measureVisits(tick: Tick): Promise<Section> {
  const functions = await bundleFunctions();
  const stub = await startTableStub();
  try {
    const run = (bundle: string, event: 'bare-post' | 'page-message') => repeatVisits(bundle, event, stub.url);
    const samples = await repeat({ maxRuns: 5, budgetMs: 60_000, tick }, async () => ({
      plain: await run(functions.plain, 'bare-post'),
      bare: await run(functions.ours, 'bare-post'),
      full: await run(functions.ours, 'page-message'),
      sdk: await run(functions.sdk, 'bare-post'),
    }));
    type Name = keyof (typeof samples)[number];
    const pick = (name: Name) => summarize(samples.map((sample) => sample[name]));
    const beyond = (name: Name) => summarize(samples.map((sample) => sample[name] - sample.plain));
    const row = (what: string, ours: Row['ours'], theirs: Row['theirs']): Row => ({ what, unit: 'µs', ours, theirs });
    return {
      title: `Function: process time of a visit once it is warm, beside the same on ${namePackage('@aws-sdk/client-dynamodb')}`,
      rows: [
        row('that adds to the total', pick('bare'), pick('sdk')),
        { ...row('that adds to the total, beyond plain Node', beyond('bare'), beyond('sdk')), atMost: 200 },
        row('with full statistics; theirs has none', pick('full'), pick('sdk')),
      ],
      notes: [
        `Plain Node sends one request, unsigned, and hashes once: ${pick('plain').median.toFixed(0)} µs. One visit at a time, to a table that replies at once.`,
      ],
    };
  } finally {
    stub.stop();
    await functions.remove();
  }
}

async function repeatVisits(bundle: string, event: 'bare-post' | 'page-message', tableUrl: string): Promise<number> {
  const { output } = await measureProcess({
    args: [program, pathToFileURL(bundle).href, JSON.stringify(readEvent(event)), `${visits}`],
    folder: process.cwd(),
    env: createFunctionEnv(tableUrl),
  });
  return Number(output);
}
