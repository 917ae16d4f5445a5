import assert from 'node:assert/strict';
import test from 'node:test';
import { jane, makeProject } from '../cli/make-project.ts';
import { send } from './send.ts';
import { startPreview } from './start-preview.ts';

const visit = { method: 'POST', target: '/visitor' };

test('kill -9 in the middle of visits loses none that was answered', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  let sent = 0;
  let lastTotal = 0;
  for (let round = 0; round < 2; round += 1) {
    const preview = await startPreview(context, { cwd });
    const killed = new Promise((resolve) => preview.child.on('exit', resolve));
    const enough = lastTotal + 60;
    let isAlive = true;
    // Ten visitors, each coming again as soon as it has its answer, until nobody answers any more.
    const visitors = Array.from({ length: 10 }, async () => {
      while (isAlive) {
        sent += 1;
        const reply = await send(preview.url, visit).catch(() => undefined);
        if (reply?.status !== 200) return;
        lastTotal = Math.max(lastTotal, JSON.parse(reply.body.toString()).count);
        if (lastTotal >= enough && isAlive) {
          isAlive = false;
          preview.child.kill('SIGKILL');
        }
      }
    });
    await Promise.all([...visitors, killed]);
    assert.ok(lastTotal >= enough);
  }

  const preview = await startPreview(context, { cwd });
  const { body } = await send(preview.url, visit);
  const { count } = JSON.parse(body.toString());
  // A visit that was counted and whose answer was lost with the process may have raised it too.
  assert.ok(count > lastTotal && count <= sent + 1, `${count} after ${lastTotal} answered and ${sent} sent`);
});
