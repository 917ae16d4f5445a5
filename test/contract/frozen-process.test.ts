import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import test, { type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Answer } from './sandbox-process.ts';
import { type Fault, startFaultyProxy } from './start-faulty-proxy.ts';
import { startTable } from './start-table.ts';

// AWS freezes a sandbox between two visits, for seconds or hours, and what is at the other end of its connections goes away.
async function open(context: TestContext) {
  const table = await startTable();
  const fault: { next: Fault; reached?: () => void } = { next: 'none' };
  const proxy = await startFaultyProxy(table.url, () => {
    const { next, reached } = fault;
    fault.next = 'none';
    if (next !== 'none') reached?.();
    return next;
  });
  const program = fileURLToPath(new URL('./sandbox-process.ts', import.meta.url));
  const child = fork(program, [proxy.url, table.name, table.seenName]);
  context.after(async () => {
    child.kill('SIGKILL');
    await proxy.stop();
    await table.stop();
  });
  return { table, proxy, child, fault };
}

async function visit(child: ChildProcess, id: string): Promise<Answer> {
  child.send(id);
  const [answer] = await once(child, 'message');
  return answer;
}

/** Stops the process, and returns once it stands still. */
function freeze({ pid }: ChildProcess): void {
  process.kill(pid ?? 0, 'SIGSTOP');
  while (!execFileSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' }).includes('T'));
}

test('twelve visits, each after a freeze in which the connections died, are answered and counted', async (context) => {
  const { table, proxy, child } = await open(context);
  await visit(child, 'id-1');
  for (let at = 2; at <= 12; at += 1) {
    freeze(child);
    proxy.closeIdle();
    // It wakes up with a visit to do, as on AWS, and with news of its connections.
    const answer = visit(child, `id-${at}`);
    process.kill(child.pid ?? 0, 'SIGCONT');
    assert.deepEqual(await answer, { id: `id-${at}`, total: at });
  }
  assert.equal(await table.readCount(), '12');
  assert.deepEqual(await table.readDay('2026-05-20'), { v: 12, u: 1, 'd#m': 12 });
  assert.ok(new Set(proxy.passages.map(({ connection }) => connection)).size >= 12);
});

test('a visit during which the process was frozen, and its connection lost, is answered and counted once', async (context) => {
  const { table, child, fault } = await open(context);
  await visit(child, 'id-1');
  for (let at = 2; at <= 6; at += 1) {
    const reached = new Promise<void>((resolve) => {
      fault.reached = resolve;
    });
    // The write is done while the process stands still, and it never gets the reply.
    fault.next = 'dropped after';
    const answer = visit(child, `id-${at}`);
    await reached;
    freeze(child);
    process.kill(child.pid ?? 0, 'SIGCONT');
    assert.deepEqual(await answer, { id: `id-${at}`, total: at });
  }
  assert.equal(await table.readCount(), '6');
  assert.deepEqual(await table.readDay('2026-05-20'), { v: 6, u: 1, 'd#m': 6 });
});
