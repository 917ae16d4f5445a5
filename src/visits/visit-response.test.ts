import assert from 'node:assert/strict';
import test from 'node:test';
import { answerError, type VisitLogEntry } from './index.ts';

const errors: readonly (readonly [title: string, error: unknown, causes: readonly string[]])[] = [
  ['an error', new TypeError('a'), ['TypeError: a']],
  ['an error with its cause', new Error('a', { cause: new RangeError('b') }), ['Error: a', 'RangeError: b']],
  ['an error whose cause is a text', new Error('a', { cause: 'b' }), ['Error: a', 'b']],
  ['a text', 'a', ['a']],
  ['nothing at all', undefined, []],
];
for (const [title, error, causes] of errors) {
  test(`${title} that was thrown is a plain 500 and one entry in the log`, () => {
    const entries: VisitLogEntry[] = [];
    const answer = answerError(error, (entry) => entries.push(entry));
    assert.deepEqual(answer, {
      statusCode: 500,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-visitor': 'fault' },
      body: '{"error":"Try again later."}',
    });
    assert.deepEqual(entries, [{ level: 'error', message: 'A visit could not be counted.', causes }]);
  });
}
