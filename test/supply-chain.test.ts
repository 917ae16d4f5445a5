import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { describeFunction, describePackage } from '../package/write-sbom.ts';

const root = join(import.meta.dirname, '..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly dev?: boolean }>>;
};

test('the bill of the function lists what esbuild put into it, by version and checksum, and nothing else', async () => {
  const { bomFormat, specVersion, components, metadata } = await describeFunction();
  assert.deepEqual([bomFormat, specVersion, metadata.component.name], ['CycloneDX', '1.6', 'cloud-resume-function']);
  const { version } = lock.packages['node_modules/isbot'] ?? { version: '' };
  assert.deepEqual(
    components.map(({ purl }) => purl),
    [`pkg:npm/isbot@${version}`],
  );
  assert.match(components[0]?.hashes?.[0]?.content ?? '', /^[0-9a-f]{128}$/);
  assert.deepEqual(components[0]?.licenses, [{ expression: 'Unlicense' }]);
});

test('the bill of the package lists all that npm installs with it, and what is bundled', () => {
  const bundled = { inputs: { 'src/cli.ts': {}, 'node_modules/parse5/dist/index.js': {} }, outputs: {} };
  const { components, dependencies } = describePackage(bundled as never);
  const wanted = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path]) => path.replaceAll('node_modules/', ''));
  const found = components.map((component) => component['bom-ref']);
  assert.deepEqual(
    found.filter((ref) => !wanted.includes(ref)),
    ['parse5'],
  );
  assert.deepEqual(
    wanted.filter((ref) => !found.includes(ref)),
    [],
  );
  assert.equal(new Set(found).size, found.length);
  assert.deepEqual(dependencies[0]?.dependsOn, found);
  for (const { purl } of components) assert.match(purl, /^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d/);
});
