import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { bundleFunctions } from '../lambda/bundle-functions.ts';
import { namePackage } from '../name-package.ts';
import { repeat } from '../repeat.ts';
import type { Row, Section, Tick } from '../row.ts';
import { summarize } from '../summarize.ts';
import type { Load } from './load-api.ts';

const seconds = 5;
const connections = 50;
const longestMs = 120_000;

/** Measures how many visits the local API counts in a second, beside the same API whose function uses the official client. */
export async function measureApi(tick: Tick): Promise<Section> {
  const functions = await bundleFunctions();
  try {
    return await measureBoth([functions.ours, functions.sdk], tick);
  } finally {
    await functions.remove();
  }
}

async function measureBoth(bundles: readonly string[], tick: Tick): Promise<Section> {
  const server = startProcess('serve-api.ts', bundles);
  try {
    const [ours = '', theirs = ''] = await receive<readonly string[]>(server, 'The local API');
    // What runs for the first time is compiled first.
    await load(ours, 1);
    await load(theirs, 1);
    const samples = await repeat({ maxRuns: 3, budgetMs: 60_000, tick }, async () => ({
      ours: await load(ours, seconds),
      theirs: await load(theirs, seconds),
    }));
    const row = (what: string, unit: Row['unit'], key: keyof Load): Row => ({
      what,
      unit,
      ours: summarize(samples.map((sample) => sample.ours[key])),
      theirs: summarize(samples.map((sample) => sample.theirs[key])),
    });
    return {
      title: `Local API: POST /visitor, beside the same with its function on ${namePackage('@aws-sdk/client-dynamodb')}`,
      rows: [
        row('visits', 'per s', 'perSecond'),
        row('answer, p50', 'ms', 'p50'),
        row('answer, p99', 'ms', 'p99'),
        row('visits that failed, in one run', '', 'refused'),
      ],
      notes: [
        `${connections} connections for ${seconds} s from another process. API, function and table share the machine, and dynalite takes most of it.`,
        'A visit fails when the table does not reply in time, as happens on a busy machine.',
      ],
    };
  } finally {
    if (server.connected) server.disconnect();
  }
}

async function load(url: string, duration: number): Promise<Load> {
  const visitors = startProcess('load-api.ts', [url, `${duration}`, `${connections}`]);
  const result = await receive<Load>(visitors, 'The visitors');
  if (result.perSecond === 0) throw new Error('The local API counted no visit. Run npm test -- local to see why.');
  return result;
}

function startProcess(file: string, args: readonly string[]): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), args, { timeout: longestMs });
}

async function receive<Message>(child: ChildProcess, who: string): Promise<Message> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${who} ended with exit code ${code}. What was printed above says why.`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message as Message;
}
