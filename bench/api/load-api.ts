// A process of its own that visits: so many connections, each sending its next visit when the last one is answered.
import { Agent, request } from 'node:http';

export type Load = {
  readonly perSecond: number;
  /** In milliseconds: half of the answers came sooner; 99 of 100 did. */
  readonly p50: number;
  readonly p99: number;
};

/** What was answered with something else than 200. */
export type Refused = { readonly refused: number };

const [url = '', seconds = '0', connections = '0'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const durations: number[] = [];

function visit(): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${url}/visitor`, { method: 'POST', agent })
      .on('response', (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)))
      .on('error', reject)
      .end();
  });
}

async function visitUntil(end: number): Promise<Refused | undefined> {
  while (performance.now() < end) {
    const start = performance.now();
    const status = await visit();
    if (status !== 200) return { refused: status };
    durations.push(performance.now() - start);
  }
  return undefined;
}

const start = performance.now();
const end = start + Number(seconds) * 1000;
const outcomes = await Promise.all(Array.from({ length: Number(connections) }, () => visitUntil(end)));
const perSecond = (durations.length / (performance.now() - start)) * 1000;
durations.sort((a, b) => a - b);
const quantile = (share: number) => durations[Math.floor(durations.length * share)] ?? Number.NaN;
const refused = outcomes.find((outcome) => outcome !== undefined);
process.send?.(refused ?? { perSecond, p50: quantile(0.5), p99: quantile(0.99) });
agent.destroy();
process.disconnect?.();
