import assert from 'node:assert/strict';
import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { watchFiles } from './watch-files.ts';

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
    const deadline = Date.now() + 10_000;
    while (!changes.includes(path)) {
      const { promise, resolve } = Promise.withResolvers<void>();
      wake = resolve;
      const timer = setTimeout(resolve, deadline - Date.now());
      await promise;
      clearTimeout(timer);
      if (Date.now() >= deadline) throw new Error(`Nobody named ${path}, only ${changes.join(', ') || 'nothing'}.`);
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

test('what is written at once is one change', async (context) => {
  const { root, see } = await startWatch(context);
  const names = ['a.ts', 'b.ts', 'c.ts'].map((name) => join('src', name));
  await Promise.all(names.map((name) => writeFile(join(root, name), '1')));
  assert.deepEqual([...(await see('src/c.ts'))].sort(), names);
});
