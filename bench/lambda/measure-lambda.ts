import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { startTable } from '#local';
import { readEvent } from '../../test/fixtures/read-event.ts';
import { createFunctionEnv } from '../create-function-env.ts';
import { measureProcess } from '../measure-process.ts';
import { repeat } from '../repeat.ts';
import { createExactRow, type Section, type Tick } from '../row.ts';
import { summarize } from '../summarize.ts';
import { bundleFunctions } from './bundle-functions.ts';

type ColdStart = { readonly importMs: number; readonly firstAnswerMs: number; readonly cpuMs: number };

const program = fileURLToPath(new URL('cold-start.js', import.meta.url));

/** Measures the function's cold start, beside the same function on the official client and beside Node alone. */
export async function measureLambda(tick: Tick): Promise<Section> {
  const functions = await bundleFunctions();
  const table = await startTable();
  try {
    const start = (bundle: string) => startCold(bundle, table.url);
    const samples = await repeat({ most: 21, budgetMs: 40_000, tick }, async () => ({
      bare: await start(functions.bare),
      ours: await start(functions.ours),
      sdk: await start(functions.sdk),
    }));
    const ours = await readFile(functions.ours);
    const sdk = await readFile(functions.sdk);
    const row = (what: string, key: keyof ColdStart) => ({
      what,
      unit: 'ms' as const,
      ours: summarize(samples.map((sample) => sample.ours[key])),
      theirs: summarize(samples.map((sample) => sample.sdk[key])),
    });
    // Within a round, so that both were measured in the same moment of the machine.
    const beyond = (what: string, key: keyof ColdStart) => ({
      what: `${what}, beyond bare Node`,
      unit: 'ms' as const,
      ours: summarize(samples.map(({ ours, bare }) => ours[key] - bare[key])),
      theirs: summarize(samples.map(({ sdk, bare }) => sdk[key] - bare[key])),
    });
    const bare = (key: keyof ColdStart) => summarize(samples.map((sample) => sample.bare[key])).median.toFixed(1);
    return {
      title: 'Function: a cold start in a fresh process, beside the same on @aws-sdk/client-dynamodb 3.1164.0',
      rows: [
        { ...createExactRow('bundle', 'bytes', ours.length, sdk.length), atMost: 10_240 },
        createExactRow('bundle, gzip', 'bytes', gzipSync(ours).length, gzipSync(sdk).length),
        row('import', 'importMs'),
        row('first answer since the start', 'firstAnswerMs'),
        { ...beyond('first answer', 'firstAnswerMs'), atMost: 15 },
        row('process time', 'cpuMs'),
        beyond('process time', 'cpuMs'),
      ],
      notes: [
        `Bare Node, a function that does nothing: first answer after ${bare('firstAnswerMs')} ms, ${bare('cpuMs')} ms of process time.`,
        'The table is dynalite on this machine, over HTTP; both are bundled and minified by esbuild, theirs from its modules.',
      ],
    };
  } finally {
    await table.stop();
    await functions.remove();
  }
}

async function startCold(bundle: string, tableUrl: string): Promise<ColdStart> {
  const { output } = await measureProcess({
    args: [program, pathToFileURL(bundle).href, JSON.stringify(readEvent('bare-post'))],
    folder: process.cwd(),
    env: createFunctionEnv(tableUrl),
  });
  const { statusCode, body, ...coldStart } = JSON.parse(output);
  if (statusCode !== 200)
    throw new Error(`${bundle} answered ${statusCode} ${body}. Run npm test -- contract to see why.`);
  return coldStart;
}
