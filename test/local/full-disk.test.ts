import assert from 'node:assert/strict';
import test from 'node:test';
import { jane, makeProject } from '../cli/make-project.ts';
import { program } from '../cli/run-cli.ts';
import { send } from './send.ts';
import { startPreview } from './start-preview.ts';

const visit = { method: 'POST', target: '/visitor' };

// No file may get larger than this, which is what a full disk is to a file that grows.
const blocks = 128;

test('a table that cannot be written says so, loses nothing that was answered, and the preview goes on', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const start = `ulimit -f ${blocks}; exec "$0" "$@"`;
  const command = ['sh', '-c', start, process.execPath, program, 'preview'] as const;
  const preview = await startPreview(context, { cwd, command });
  const says = preview.sees('The visits can be written again.').then(() => 'said' as const);
  let total = 0;
  for (let isFull = false; !isFull; ) {
    const reply = await Promise.race([send(preview.url, visit), says]);
    if (reply === 'said') break;
    if (reply.status === 200) {
      const { count } = JSON.parse(reply.body.toString());
      assert.ok(count > total);
      total = count;
    }
  }
  assert.match(preview.output(), /The visits in .*table cannot be written \(.*\)\. None that was answered is lost\./);
  assert.doesNotMatch(preview.output(), /^ +at /m);
  assert.equal((await send(preview.url)).status, 200);
  const { body } = await send(preview.url, visit);
  assert.ok(JSON.parse(body.toString()).count > total, body.toString());
  assert.equal(await preview.stop(), 0);
});
