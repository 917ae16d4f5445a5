import assert from 'node:assert/strict';
import { readTotal } from './read-table.ts';
import type { Deployed, Rehearsal } from './rehearsal.ts';
import { runCommand } from './run-command.ts';

/** Runs the smoke test with every address that it can take, while nobody else visits: it adds none. */
export async function trySite(rehearsal: Rehearsal, environment: Deployed): Promise<void> {
  const { env, signal, emulator } = rehearsal;
  const before = await readTotal(rehearsal, environment);
  await runCommand('npm', ['run', '--silent', 'smoke'], {
    cwd: environment.checkout,
    signal,
    env: {
      ...env,
      SITE_URL: environment.url,
      SITE_HTTP_URL: environment.httpUrl,
      SITE_CA: environment.caFile,
      SITE_QUIET: '1',
      BUCKET_URL: `${env.AWS_ENDPOINT_URL_S3}/${environment.bucket}`,
      API_URL: `${emulator.url}/_aws/execute-api/${environment.apiId}/$default`,
    },
  });
  assert.equal(await readTotal(rehearsal, environment), before, 'The smoke test must leave no visit behind.');
}
