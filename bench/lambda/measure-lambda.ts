import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { startTable } from '#preview';
import { readEvent } from '../../test/fixtures/read-event.ts';
import { createFunctionEnv } from '../create-function-env.ts';
import { measureProcess } from '../measure-process.ts';
import { namePackage } from '../name-package.ts';
import { repeat } from '../repeat.ts';
import { createExactRow, type Row, type Section, type Tick } from '../row.ts';
import { type Summary, summarize } from '../summarize.ts';
import { bundleFunctions } from './bundle-functions.ts';

type ColdStart = { readonly importMs: number; readonly firstAnswerMs: number; readonly cpuMs: number };

const program = fileURLToPath(new URL('./cold-start.js', import.meta.url));

/** Measures the function's cold start, beside the same function on the official client and beside Node alone. */
export async function measureLambda(tick: Tick): Promise<Section> {
  const functions = await bundleFunctions();
  const table = await startTable();
  try {
    const start = (bundle: string) => startCold(bundle, table.url);
    const samples = await repeat({ maxRuns: 21, budgetMs: 40_000, tick }, async () => ({
      bare: await start(functions.bare),
      plain: await start(functions.plain),
      ours: await start(functions.ours),
      sdk: await start(functions.sdk),
    }));
    const [ours, sdk] = [await readFile(functions.ours), await readFile(functions.sdk)];
    const { median: bareAnswer } = summarize(samples.map(({ bare }) => bare.firstAnswerMs));
    const { median: plainAnswer } = beyondBare(samples, 'plain', 'firstAnswerMs');
    return {
      title: `Function: a cold start in a fresh process, beside the same on ${namePackage('@aws-sdk/client-dynamodb')}`,
      rows: [
        { ...createExactRow('bundle', 'bytes', ours.length, sdk.length), atMost: 10_240 },
        createExactRow('bundle, gzip', 'bytes', gzipSync(ours).length, gzipSync(sdk).length),
        ...createRows(samples),
      ],
      notes: [
        `Bare Node is a function that does nothing; its answer comes after ${bareAnswer.toFixed(1)} ms. One that only hashes once and`,
        `sends one request with Node's own modules, which none can do without, takes ${plainAnswer.toFixed(1)} ms beyond that.`,
        'The table is dynalite on this machine, over HTTP; both are bundled and minified by esbuild, theirs from its modules.',
      ],
    };
  } finally {
    await table.stop();
    await functions.remove();
  }
}

type Sample = Readonly<Record<'bare' | 'plain' | 'ours' | 'sdk', ColdStart>>;

function createRows(samples: readonly Sample[]): readonly Row[] {
  const row = (what: string, key: keyof ColdStart): Row => ({
    what,
    unit: 'ms',
    ours: summarize(samples.map(({ ours }) => ours[key])),
    theirs: summarize(samples.map(({ sdk }) => sdk[key])),
  });
  const beyondRow = (what: string, key: keyof ColdStart): Row => ({
    what: `${what}, beyond bare Node`,
    unit: 'ms',
    ours: beyondBare(samples, 'ours', key),
    theirs: beyondBare(samples, 'sdk', key),
  });
  return [
    row('import', 'importMs'),
    row('first answer since the start', 'firstAnswerMs'),
    { ...beyondRow('first answer', 'firstAnswerMs'), atMost: 15 },
    row('process time', 'cpuMs'),
    beyondRow('process time', 'cpuMs'),
  ];
}

/** Within a round, so that both were measured in the same moment of the machine. */
function beyondBare(samples: readonly Sample[], name: keyof Sample, key: keyof ColdStart): Summary {
  return summarize(samples.map((sample) => sample[name][key] - sample.bare[key]));
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
