import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { makeProject } from '../../test/cli/make-project.ts';
import { readPullEvent } from './workflow.ts';

const events: readonly (readonly [what: string, text: string, expected: object | undefined | RegExp])[] = [
  ['a pull request', '{"pull_request":{"number":7,"head":{"sha":"abc"}}}', { number: 7, commit: 'abc' }],
  ['a push', '{"ref":"refs/heads/main"}', undefined],
  ['nothing', '', undefined],
  ['null', 'null', undefined],
  [
    'a pull request without a number',
    '{"pull_request":{"head":{"sha":"abc"}}}',
    /is not the event of a pull request\. /,
  ],
  ['a pull request without a commit', '{"pull_request":{"number":7}}', /is not the event of a pull request\. /],
];
for (const [what, text, expected] of events) {
  test(`an event that is ${what} is read, or refused by name`, async (context) => {
    const path = join(await makeProject(context, { 'event.json': text }), 'event.json');
    const reading = readPullEvent({ env: { GITHUB_EVENT_PATH: path } });
    if (expected instanceof RegExp) await assert.rejects(reading, { name: 'UserError', message: expected });
    else assert.deepEqual(await reading, expected);
  });
}

test('without GitHub there is no event, and one that is missing is named', async () => {
  assert.equal(await readPullEvent({ env: {} }), undefined);
  await assert.rejects(readPullEvent({ env: { GITHUB_EVENT_PATH: '/nowhere/event.json' } }), {
    name: 'UserError',
    message: 'There is no file /nowhere/event.json. Check its name.',
  });
});
