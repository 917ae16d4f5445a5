import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { jane, makeProject } from '../../test/cli/make-project.ts';
import { startBuilder } from './start-builder.ts';

const countPorts = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;

test('a builder that is stopped with its last word on the way leaves no thread behind', async (context) => {
  const root = await makeProject(context, { 'resume.yaml': jane });
  const before = countPorts();
  const builder = startBuilder({ root });
  await builder.build({ reloadCode: false });
  // Nothing is heard in the meantime: the whole build is told, and waits here when the builder is stopped.
  const look = new Int32Array(new SharedArrayBuffer(4));
  const made = ['pdf.json', 'pictures.json'].map((name) => join(root, '.local', 'made', name));
  for (let round = 0; round < 1000 && !made.every((path) => existsSync(path)); round += 1) Atomics.wait(look, 0, 0, 20);
  Atomics.wait(look, 0, 0, 300);
  await builder.stop();
  assert.equal(countPorts(), before);
});

test('a build right after one that ended its thread is made in another', async (context) => {
  // No path, which nobody expects.
  const builder = startBuilder({ root: '.', resume: 5 as unknown as string });
  context.after(() => builder.stop());
  for (let round = 0; round < 2; round += 1)
    assert.equal((await builder.build({ reloadCode: false })).outcome.kind, 'crashed');
});
