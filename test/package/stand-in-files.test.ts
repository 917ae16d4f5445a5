import assert from 'node:assert/strict';
import { constants } from 'node:fs';
import * as files from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { standInForFiles } from '../../package/stand-in-files.ts';

test('what stands for node:fs/promises does the same, and fails in the same way', async () => {
  const standIn: typeof files = await import(`data:text/javascript,${encodeURIComponent(standInForFiles())}`);
  const root = join(import.meta.dirname, '../..');
  const path = join(root, 'package.json');
  assert.equal(await standIn.readFile(path, 'utf8'), await files.readFile(path, 'utf8'));
  assert.deepEqual((await standIn.readdir(root)).sort(), (await files.readdir(root)).sort());
  assert.ok((await standIn.stat(path)).isFile());
  for (const { readFile } of [standIn, files]) {
    await assert.rejects(readFile(join(root, 'nothing')), { code: 'ENOENT', syscall: 'open' });
  }

  const handle = await standIn.open(path, constants.O_RDONLY);
  const buffer = Buffer.alloc(4);
  for (const text of ['{\n  ', '"nam']) {
    assert.equal((await handle.read(buffer, 0, 4)).bytesRead, 4);
    assert.equal(buffer.toString(), text);
  }
  assert.ok((await handle.stat()).isFile());
  await handle.close();
});
