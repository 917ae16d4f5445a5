import assert from 'node:assert/strict';
import type { Deployed, House } from './house.ts';
import { readTotal } from './read-table.ts';
import { runCommand } from './run-command.ts';

/** Runs the smoke test with every address that it can take, while nobody else visits: it adds none. */
export async function trySite(house: House, place: Deployed): Promise<void> {
  const { env, signal, emulator } = house;
  const before = await readTotal(house, place);
  await runCommand('npm', ['run', '--silent', 'smoke'], {
    cwd: place.checkout,
    signal,
    env: {
      ...env,
      SITE_URL: place.url,
      SITE_HTTP_URL: place.httpUrl,
      SITE_CA: place.caFile,
      SITE_QUIET: '1',
      BUCKET_URL: `${env.AWS_ENDPOINT_URL_S3}/${place.bucket}`,
      API_URL: `${emulator.url}/_aws/execute-api/${place.apiId}/$default`,
    },
  });
  assert.equal(await readTotal(house, place), before, 'The smoke test must leave no visit behind.');
}
