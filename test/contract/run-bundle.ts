import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { GatewayResult } from '#counter';
import { originSecretHash } from '../fixtures/read-event.ts';
import { credentials, region, type Table } from './start-table.ts';

type Run = {
  readonly results: readonly GatewayResult[];
  /** The modules of Node that were loaded. */
  readonly modules: readonly string[];
  readonly log: string;
};

/** Hands events to the function in a process of its own, which has these settings and nothing else in its environment. */
export async function runBundle(
  bundle: string,
  table: Table,
  events: readonly unknown[],
  settings: Readonly<Record<string, string | undefined>> = {},
): Promise<Run> {
  const program = `
    const { handler } = await import(${JSON.stringify(bundle)});
    const results = [];
    for (const event of ${JSON.stringify(events)}) results.push(await handler(event));
    console.log(JSON.stringify({ results, modules: process.moduleLoadList }));
  `;
  const env = {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: 'token',
    TABLE_NAME: table.name,
    SEEN_TABLE_NAME: table.seenName,
    ORIGIN_SECRET_HASHES: originSecretHash,
    AWS_ENDPOINT_URL: table.url,
    ...settings,
  };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
    timeout: 200_000,
  });
  return { ...JSON.parse(stdout), log: stderr };
}
