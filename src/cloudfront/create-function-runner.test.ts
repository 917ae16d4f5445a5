import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after } from 'node:test';
import type { StartTimer } from '#edge';
import { createFunctionRunner } from './create-function-runner.ts';

const deployed = readFileSync(
  new URL('../../infrastructure/modules/s3-cloudfront/folder-index.js', import.meta.url),
  'utf8',
);
const heard: string[] = [];
const { run, stop } = createFunctionRunner({ log: (text) => heard.push(text), startTimer: () => () => {} });
after(stop);

test("the project's own function runs", async () => {
  const event = { request: { uri: '/blog/' } };
  assert.deepEqual(await run({ code: deployed, event }), { result: { uri: '/blog/index.html' } });
});

for (const [title, code, result] of [
  ['it may be asynchronous', 'async function handler(e) { await null; return { a: e.a + 1 }; }', { a: 2 }],
  [
    'its own names are its own',
    'const event = 1; let result = 2; var state; function handler() { return { a: event + result }; }',
    { a: 3 },
  ],
  ['it may end with a remark', 'var handler = () => ({ a: 1 }) // so', { a: 1 }],
] as const) {
  test(title, async () => assert.deepEqual(await run({ code, event: { a: 1 } }), { result }));
}

for (const [title, code, error] of [
  ['no result is said', 'function handler() {}', /It returned nothing/],
  ['no handler is said', 'function other() {}', /handler is not defined/],
  ['a mistake in the code is said', 'function handler( {', /SyntaxError/],
  ['there is no network', 'function handler() { return fetch("http://a"); }', /fetch is not defined/],
  ['there are no files', 'function handler() { return require("fs"); }', /require is not defined/],
  ['there is no process', 'function handler() { return process.env; }', /process is not defined/],
  ['there is no code from text', 'function handler() { return eval("1"); }', /EvalError/],
  ['what it throws is said', 'function handler() { throw new Error("Oh."); }', /Error: Oh\./],
] as const) {
  test(title, async () => assert.match((await run({ code, event: {} })).error ?? '', error));
}

test('what it prints is heard', async () => {
  const printed = 'function handler() { console.log("a", 1); return {}; }';
  await run({ code: printed, event: {} });
  assert.deepEqual(heard, ['a 1']);
});

for (const [title, code] of [
  ['an endless loop', 'function handler() { for (;;); }'],
  ['an endless loop after a wait', 'async function handler() { await null; for (;;); }'],
  ['a wait for nothing', 'function handler() { return new Promise(() => {}); }'],
] as const) {
  test(`${title} is ended, and the next call runs`, async (context) => {
    let isLate = true;
    const startTimer: StartTimer = (callback, ms) => {
      // The first limit is that of loading.
      const timer = ms === 2000 && isLate ? setImmediate(callback) : undefined;
      return () => clearImmediate(timer);
    };
    const { run, stop } = createFunctionRunner({ log: () => {}, startTimer });
    context.after(stop);
    assert.deepEqual(await run({ code, event: {} }), { error: 'It did not end in time.' });
    isLate = false;
    assert.deepEqual(await run({ code: 'function handler() { return 1; }', event: {} }), { result: 1 });
  });
}
