import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import fs, { type WatchListener } from 'node:fs';
import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { collectChanges, watchFiles } from './watch-files.ts';

async function startWatch(context: TestContext) {
  const root = await mkdtemp(join(tmpdir(), 'watch-'));
  await mkdir(join(root, 'src', 'deep'), { recursive: true });
  await writeFile(join(root, 'resume.yaml'), 'one');
  const changes: string[] = [];
  let wake = () => {};
  const watch = watchFiles(
    {
      trees: [join(root, 'src'), join(root, 'public')],
      files: [join(root, 'resume.yaml'), join(root, 'resume.json'), join(root, 'public')],
    },
    async (paths) => {
      changes.push(...paths.map((path) => path.slice(root.length + 1)));
      wake();
    },
    (error) => {
      throw error;
    },
  );
  context.after(async () => {
    watch.stop();
    await rm(root, { recursive: true });
  });

  /** Waits until the path was named, and gives all that was named since the last time. */
  async function see(path: string): Promise<readonly string[]> {
    while (!changes.includes(path)) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return changes.splice(0);
  }
  return { root, see };
}

test('a file that is written in place is seen', async (context) => {
  const { root, see } = await startWatch(context);
  await appendFile(join(root, 'resume.yaml'), 'two');
  await see('resume.yaml');
});

test('a file that an editor replaces is seen, again and again', async (context) => {
  const { root, see } = await startWatch(context);
  for (let save = 0; save < 3; save += 1) {
    await writeFile(join(root, '.resume.yaml.swp'), String(save));
    await rename(join(root, '.resume.yaml.swp'), join(root, 'resume.yaml'));
    await see('resume.yaml');
  }
});

test('a file that comes, and one that goes, are seen', async (context) => {
  const { root, see } = await startWatch(context);
  await writeFile(join(root, 'resume.json'), '{}');
  await see('resume.json');
  await rm(join(root, 'resume.json'));
  await see('resume.json');
});

test('what is deep in a tree is seen, and so is a folder that is new there', async (context) => {
  const { root, see } = await startWatch(context);
  await writeFile(join(root, 'src', 'deep', 'a.ts'), '1');
  await see(join('src', 'deep', 'a.ts'));
  await mkdir(join(root, 'src', 'new'));
  await see(join('src', 'new'));
  await writeFile(join(root, 'src', 'new', 'b.ts'), '1');
  await see(join('src', 'new', 'b.ts'));
});

test('a tree that is not there yet is watched once it is', async (context) => {
  const { root, see } = await startWatch(context);
  await mkdir(join(root, 'public'));
  await see('public');
  await writeFile(join(root, 'public', 'photo.jpg'), '1');
  await see(join('public', 'photo.jpg'));
  await rm(join(root, 'public'), { recursive: true });
  await see('public');
  await mkdir(join(root, 'public'));
  await see('public');
  await writeFile(join(root, 'public', 'photo.jpg'), '2');
  await see(join('public', 'photo.jpg'));
});

test('files that nobody watches are not named', async (context) => {
  const { root, see } = await startWatch(context);
  await writeFile(join(root, 'notes.txt'), '1');
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'resume.yaml'), '2');
  assert.deepEqual(await see('resume.yaml'), ['resume.yaml']);
});

test('all that is written at once is seen', async (context) => {
  const { root, see } = await startWatch(context);
  const names = ['a.ts', 'b.ts', 'c.ts'].map((name) => join('src', name));
  await Promise.all(names.map((name) => writeFile(join(root, name), '1')));
  const seen = new Set<string>();
  while (seen.size < 3) for (const path of await see(names.find((name) => !seen.has(name)) ?? '')) seen.add(path);
  assert.deepEqual([...seen].sort(), names);
});

/** Has the system refuse to watch folders of this name. */
function refuseToWatch(context: TestContext, refused: string, code: string) {
  const { watch } = fs;
  const refuse = (path: string, listener: WatchListener<string>) => {
    if (basename(path) === refused) throw Object.assign(new Error(code), { code });
    return watch(path, listener);
  };
  context.mock.method(fs, 'watch', refuse);
  syncBuiltinESMExports();
  context.after(() => {
    context.mock.restoreAll();
    syncBuiltinESMExports();
  });
}

const countWatches = () => process.getActiveResourcesInfo().filter((name) => name === 'FSEventWrap').length;

test('a folder that goes away before it is watched is no reason to stop', async (context) => {
  const { root, see } = await startWatch(context);
  refuseToWatch(context, 'new', 'ENOENT');
  await mkdir(join(root, 'src', 'new'));
  await see(join('src', 'new'));
  await appendFile(join(root, 'resume.yaml'), 'two');
  await see('resume.yaml');
});

test('a folder that cannot be watched is told', async (context) => {
  const root = await mkdtemp(join(tmpdir(), 'watch-'));
  context.after(() => rm(root, { recursive: true }));
  refuseToWatch(context, 'new', 'ENOSPC');
  const failure = await new Promise((failed) => {
    const { stop } = watchFiles({ trees: [root], files: [] }, async () => {}, failed);
    context.after(stop);
    void mkdir(join(root, 'new'));
  });
  assert.match(String(failure), /ENOSPC/);
});

test('a watch that cannot start leaves none behind', async (context) => {
  const root = await mkdtemp(join(tmpdir(), 'watch-'));
  context.after(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'deep'));
  refuseToWatch(context, 'deep', 'ENOSPC');
  const before = countWatches();
  const nothing = async () => {};
  assert.throws(() => watchFiles({ trees: [root], files: [] }, nothing, nothing), /ENOSPC/);
  // Node closes what it had opened at the end of a turn.
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(countWatches(), before);
});

test('what changes before all has settled, or during a call, comes together', async () => {
  const calls: (readonly string[])[] = [];
  let settle = () => {};
  let finish = () => {};
  const called = new EventEmitter();
  const { note } = collectChanges(
    (paths) => {
      calls.push(paths);
      called.emit('call');
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
    (error) => assert.fail(String(error)),
    (callback) => {
      settle = callback;
      return () => {};
    },
  );
  for (const path of ['a', 'b', 'a']) note(path);
  assert.deepEqual(calls, []);
  settle();
  assert.deepEqual(calls, [['a', 'b']]);
  for (const path of ['c', 'a']) {
    note(path);
    settle();
  }
  assert.deepEqual(calls, [['a', 'b']]);
  const next = once(called, 'call');
  finish();
  await next;
  assert.deepEqual(calls, [
    ['a', 'b'],
    ['c', 'a'],
  ]);
});

test('a call that fails is told, and there are no more', async () => {
  let calls = 0;
  const failure = await new Promise((failed) => {
    const { note } = collectChanges(
      async () => {
        calls += 1;
        throw new Error('The disk is full.');
      },
      (error) => {
        note('b');
        failed(error);
      },
      (callback) => {
        callback();
        return () => {};
      },
    );
    note('a');
  });
  assert.match(String(failure), /disk is full/);
  assert.equal(calls, 1);
});
