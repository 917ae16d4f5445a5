import assert from 'node:assert/strict';
import test from 'node:test';
import { readMessage } from './read-message.ts';

const messages: readonly (readonly [body: string, message: ReturnType<typeof readMessage>])[] = [
  ['{"id":"kQ9-fT0_"}', { id: 'kQ9-fT0_', r: '', p: '/', again: false }],
  // What the page sent before it named itself, and what browsers may still have.
  [
    '{"id":"kQ9-fT0_","r":"www.example.com","again":true}',
    { id: 'kQ9-fT0_', r: 'www.example.com', p: '/', again: true },
  ],
  [
    '{"id":"kQ9-fT0_","r":"www.example.com","p":"/de/","again":false}',
    { id: 'kQ9-fT0_', r: 'www.example.com', p: '/de/', again: false },
  ],
  ['{ "again": false, "p": "", "id": "AAAAAAAA" }', { id: 'AAAAAAAA', r: '', p: '', again: false }],
];
for (const [body, message] of messages) {
  test(`${body} is a message`, () => assert.deepEqual(readMessage(body), message));
}

const others: readonly string[] = [
  '',
  'garbage',
  'null',
  '5',
  '"kQ9-fT0_"',
  '[]',
  '["kQ9-fT0_"]',
  '{}',
  '{"id":""}',
  '{"id":"kQ9-fT0"}',
  '{"id":"kQ9-fT0_x"}',
  '{"id":"kQ9-fT0\\n"}',
  '{"id":"kQ9+fT0/"}',
  '{"id":12345678}',
  '{"id":["kQ9-fT0_"]}',
  '{"id":"kQ9-fT0_","r":null}',
  '{"id":"kQ9-fT0_","r":{"length":1}}',
  '{"id":"kQ9-fT0_","p":null}',
  '{"id":"kQ9-fT0_","p":["/de/"]}',
  '{"p":"/de/"}',
  '{"ip":"kQ9-fT0_"}',
  '{"0":"kQ9-fT0_"}',
  '{"id":"kQ9-fT0_","again":1}',
  '{"id":"kQ9-fT0_","again":"true"}',
  '{"id":"kQ9-fT0_","ip":"203.0.113.7"}',
  '{"id":"kQ9-fT0_","__proto__":{"again":true}}',
];
for (const body of others) {
  test(`${body || 'an empty body'} is no message`, () => assert.equal(readMessage(body), undefined));
}

test('a message has 512 characters at most', () => {
  const fill = (length: number) => `{"id":"kQ9-fT0_","r":"${'x'.repeat(length - 24)}"}`;
  assert.equal(fill(512).length, 512);
  assert.equal(readMessage(fill(512))?.r.length, 488);
  assert.equal(readMessage(fill(513)), undefined);
});
