// A process of its own that visits: so many connections, each sending its next visit when the last one is answered.
import { Agent, request } from 'node:http';
import { originSecret } from '../../test/fixtures/read-event.ts';

export type Load = {
  /** How many visits were answered with 200 in a second. */
  readonly perSecond: number;
  /** In milliseconds: half of the answers came sooner; 99 of 100 did. */
  readonly p50: number;
  readonly p99: number;
  /** How many visits were answered with something else. */
  readonly refused: number;
};

const [url = '', seconds = '0', connections = '0'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const durations: number[] = [];
let refused = 0;

function visit(): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${url}/visitor`, { method: 'POST', agent, headers: { 'x-origin-secret': originSecret } })
      .on('response', (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)))
      .on('error', reject)
      .end();
  });
}

async function visitUntil(end: number): Promise<void> {
  while (performance.now() < end) {
    const start = performance.now();
    const status = await visit();
    if (status === 200) durations.push(performance.now() - start);
    else refused += 1;
  }
}

const start = performance.now();
const end = start + Number(seconds) * 1000;
await Promise.all(Array.from({ length: Number(connections) }, () => visitUntil(end)));
const perSecond = (durations.length / (performance.now() - start)) * 1000;
durations.sort((a, b) => a - b);
const quantile = (share: number) => durations[Math.floor(durations.length * share)] ?? Number.NaN;
process.send?.({ perSecond, p50: quantile(0.5), p99: quantile(0.99), refused } satisfies Load);
agent.destroy();
process.disconnect?.();
