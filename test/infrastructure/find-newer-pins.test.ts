import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { findNewer, readPins } from './find-newer-pins.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const pins = readPins(read('mise.toml'), read('infrastructure/bootstrap/versions.tf'));

test('every tool of mise.toml and the provider are looked up where they are released', async () => {
  assert.equal(pins.length, 8);
  const asked: string[] = [];
  const newest = new Map(pins.map(({ name, version }) => [name, version]));
  const found = await findNewer(pins, async (repository) => {
    asked.push(repository);
    return `v${[...newest.values()][asked.length - 1]}`;
  });
  assert.deepEqual(found, []);
  assert.ok(asked.includes('hashicorp/terraform-provider-aws') && asked.includes('opentofu/opentofu'), asked.join());
});

for (const [pinned, newest, says] of [
  ['1.12.6', 'v1.12.10', /^opentofu 1\.12\.6: 1\.12\.10 is out/],
  ['1.12.6', 'v2.0.0', /^opentofu 1\.12\.6: 2\.0\.0 is out/],
  ['1.12.6', undefined, /GitHub does not tell/],
] as const) {
  test(`beside ${newest ?? 'no answer'}, ${pinned} is told of`, async () => {
    const found = await findNewer([{ name: 'opentofu', version: pinned }], async () => newest);
    assert.match(found.join(), says);
  });
}

test('what is older is no news, and a tool that nobody looks up is named', async () => {
  assert.deepEqual(await findNewer([{ name: 'opentofu', version: '1.12.6' }], async () => 'v1.11.9'), []);
  assert.match((await findNewer([{ name: 'other', version: '1.0.0' }], async () => 'v1.0.0')).join(), /^other: say/);
});
