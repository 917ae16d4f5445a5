import assert from 'node:assert/strict';
import { constants } from 'node:fs';
import * as files from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { standInForFiles } from '../../package/stand-in-files.ts';

const workbench = await files.mkdtemp(join(tmpdir(), 'stand-in-'));
after(() => files.rm(workbench, { recursive: true }));
const standIn = pathToFileURL(join(workbench, 'files.mjs')).href;
await files.writeFile(join(workbench, 'files.mjs'), standInForFiles());

test('what stands for node:fs/promises does the same, and fails in the same way', async () => {
  const done: typeof files = await import(standIn);
  const root = join(import.meta.dirname, '../..');
  const path = join(root, 'package.json');
  assert.equal(await done.readFile(path, 'utf8'), await files.readFile(path, 'utf8'));
  assert.deepEqual((await done.readdir(root)).sort(), (await files.readdir(root)).sort());
  assert.ok((await done.stat(path)).isFile());
  for (const { readFile } of [done, files]) {
    await assert.rejects(readFile(join(root, 'nothing')), { code: 'ENOENT', syscall: 'open' });
  }

  const handle = await done.open(path, constants.O_RDONLY);
  const buffer = Buffer.alloc(4);
  for (const text of ['{\n  ', '"nam']) {
    assert.equal((await handle.read(buffer, 0, 4)).bytesRead, 4);
    assert.equal(buffer.toString(), text);
  }
  assert.ok((await handle.stat()).isFile());
  assert.equal((await handle.stat({ bigint: true })).ino, (await files.stat(path, { bigint: true })).ino);
  assert.equal(typeof handle.fd, 'number');
  await handle.close();
});

test('what reads the files of a person needs nothing that the stand-in lacks', async () => {
  const folder = join(import.meta.dirname, '../../src/cli');
  const source = stripTypeScriptTypes(await files.readFile(join(folder, 'read-ordinary-file.ts'), 'utf8'))
    .replace("'node:fs/promises'", JSON.stringify(standIn))
    .replaceAll("'./", `'${pathToFileURL(folder)}/`);
  await files.writeFile(join(workbench, 'reader.mjs'), source);
  const { readOrdinaryFile } = await import(pathToFileURL(join(workbench, 'reader.mjs')).href);
  const [path, within] = [join(folder, 'index.ts'), folder];
  const bytes: Buffer = await readOrdinaryFile({ path, within, name: 'index.ts', maxBytes: 100_000, remedy: '' });
  assert.equal(bytes.toString('utf8'), await files.readFile(path, 'utf8'));
});
