import assert from 'node:assert/strict';
import { accountOwner } from './call-aws.ts';
import { askEdge, readPage } from './read-page.ts';
import { readTotal } from './read-table.ts';
import type { Deployed, Rehearsal } from './rehearsal.ts';

/** Asserts that two environments stand beside each other: each has its own page and count, and none may read the other's state. */
export async function standBeside(rehearsal: Rehearsal, environment: Deployed, other: Deployed): Promise<void> {
  const { emulator, env } = rehearsal;
  for (const each of [environment, other]) assert.match(await readPage(each), /<h1>/);
  const [total, otherTotal] = [await readTotal(rehearsal, environment), await readTotal(rehearsal, other)];
  // As somebody's browser: an unknown program is no visitor.
  const { status } = await askEdge(environment, '/visitor', 'POST', {
    'user-agent':
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    origin: environment.url,
  });
  assert.equal(status, 200);
  assert.equal(await readTotal(rehearsal, environment), total + 1);
  assert.equal(await readTotal(rehearsal, other), otherTotal);

  for (const [{ name: state }, credentials, wanted] of [
    [environment, environment.deployer, 200],
    [other, environment.deployer, 403],
    [other, other.deployer, 200],
    [environment, other.deployer, 403],
    [environment, accountOwner, 200],
  ] as const) {
    const path = `/${env.STATE_S3_BUCKET}/${state}/dynamodb.tfstate`;
    const answer = await emulator.aws.call({ service: 's3', method: 'GET', path, credentials });
    assert.equal(answer.status, wanted, `The state of ${state}: ${answer.text.slice(0, 200)}`);
  }
}
