import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { bundleFunctions } from '../lambda/bundle-functions.ts';
import { namePackage } from '../name-package.ts';
import { repeat } from '../repeat.ts';
import type { Section, Tick } from '../row.ts';
import { summarize } from '../summarize.ts';
import type { Load, Refused } from './load-api.ts';

const seconds = 5;
const connections = 50;

/** Measures how many visits the local API counts in a second, beside the same API whose function uses the official client. */
export async function measureApi(tick: Tick): Promise<Section> {
  const functions = await bundleFunctions();
  const servers = { ours: await serve(functions.ours), theirs: await serve(functions.sdk) };
  try {
    // What runs for the first time is compiled first.
    await load(servers.ours.url, 1);
    await load(servers.theirs.url, 1);
    const samples = await repeat({ most: 3, budgetMs: 60_000, tick }, async () => ({
      ours: await load(servers.ours.url, seconds),
      theirs: await load(servers.theirs.url, seconds),
    }));
    const row = (what: string, unit: 'ms' | 'per s', key: keyof Load) => ({
      what,
      unit,
      ours: summarize(samples.map((sample) => sample.ours[key])),
      theirs: summarize(samples.map((sample) => sample.theirs[key])),
    });
    return {
      title: `Local API: POST /visitor, beside the same with its function on ${namePackage('@aws-sdk/client-dynamodb')}`,
      rows: [row('visits', 'per s', 'perSecond'), row('answer, p50', 'ms', 'p50'), row('answer, p99', 'ms', 'p99')],
      notes: [
        `${connections} connections for ${seconds} s from another process. API, function and table share the machine, and dynalite takes most of it.`,
      ],
    };
  } finally {
    await Promise.all([servers.ours.stop(), servers.theirs.stop()]);
    await functions.remove();
  }
}

async function serve(bundle: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const child = fork(fileURLToPath(new URL('serve-api.ts', import.meta.url)), [bundle]);
  const { url } = await receive<{ url: string }>(child, 'The local API');
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function load(url: string, duration: number): Promise<Load> {
  const child = fork(fileURLToPath(new URL('load-api.ts', import.meta.url)), [url, `${duration}`, `${connections}`], {
    timeout: duration * 1000 + 20_000,
  });
  const result = await receive<Load | Refused>(child, 'The visitors');
  if ('refused' in result) {
    throw new Error(`The local API answered ${result.refused} instead of 200. Run npm test -- local to see why.`);
  }
  return result;
}

async function receive<Message>(child: ChildProcess, who: string): Promise<Message> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${who} ended with exit code ${code}; what was printed above says why.`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message as Message;
}
