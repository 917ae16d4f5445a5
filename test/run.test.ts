import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeProject } from './cli/make-project.ts';

const program = fileURLToPath(new URL('run.ts', import.meta.url));

/** Runs these test files as `npm test` does, with little patience, where types and format are always right. */
async function runTests(context: TestContext, files: Readonly<Record<string, string>>) {
  const tools = ['tsc', 'biome'].map((name) => join('node_modules/.bin', name));
  const right = Object.fromEntries(tools.map((path) => [path, '#!/bin/sh\n']));
  const cwd = await makeProject(context, { 'package.json': '{ "type": "module" }', ...right, ...files });
  for (const path of tools) await chmod(join(cwd, path), 0o755);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return new Promise<{ readonly code: unknown; readonly said: string }>((resolve) => {
    execFile(process.execPath, [program], { cwd, env: { ...env, TEST_PATIENCE: '0.005' } }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: stdout + stderr }),
    );
  });
}

test('what a test leaves open, and one that never gives way, are ended and named', async (context) => {
  const { code, said } = await runTests(context, {
    'src/good/a.test.ts': `import test from 'node:test'; test('fine', () => {});`,
    'src/open/a.test.ts': `import test from 'node:test'; import { createServer } from 'node:net';
      test('leaves a server', async () => {
        createServer().listen(0);
        await new Promise((resolve) => setTimeout(resolve, 1300));
      });`,
    // What it has started goes on without it, and holds its output.
    'src/stuck/a.test.ts': `import test from 'node:test'; import { spawn } from 'node:child_process';
      test('fine too', () => {});
      test('never gives way', () => {
        spawn('sleep', ['20'], { stdio: 'inherit' });
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      });`,
  });
  assert.equal(code, 1, said);
  assert.match(said, /\n✔ src\/good: 1 /);
  assert.match(said, /leaves a server goes on and on\. Open are: .*TCPServerWrap/);
  assert.match(said, /All tests are over, and something is still open: .*TCPServerWrap/);
  assert.match(said, /It did not end, and was ended\. The last test that began: .*never gives way\./);
  assert.match(said, /\n\d passed, 2 failed\n$/);
});
