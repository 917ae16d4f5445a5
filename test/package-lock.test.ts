import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

type Package = { readonly optionalDependencies?: Readonly<Record<string, string>>; readonly resolved?: string };
const { packages }: { packages: Record<string, Package> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

test('the lock file names no registry', () => {
  assert.deepEqual(
    Object.entries(packages).filter(([, { resolved }]) => resolved),
    [],
  );
});

// npm installs for another platform only what the lock file lists for it.
test('the lock file holds the packages of every platform', () => {
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const name of Object.keys(optionalDependencies)) {
      const isThere = `${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
      assert.ok(isThere, `${name}, which ${path} may need on another machine`);
    }
  }
});

test('every dependency is pinned to one version', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    assert.match(String(version), /^\d+\.\d+\.\d+$/, name);
  }
});
