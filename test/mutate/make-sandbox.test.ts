import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

test('an interrupted run leaves no copy of the project behind', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-resume-test-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const script = `
    import { makeSandbox } from '${new URL('make-sandbox.ts', import.meta.url).href}';
    console.log(makeSandbox().folder);
    setInterval(() => {}, 1000);`;
  const run = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(run.stdout, 'data');
  const sandbox = String(printed).trim();
  assert.ok(sandbox.startsWith(folder) && existsSync(join(sandbox, 'package.json')), sandbox);
  run.kill('SIGINT');
  assert.deepEqual(await once(run, 'exit'), [130, null]);
  assert.equal(existsSync(sandbox), false);
});
