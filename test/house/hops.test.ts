import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';

// A flow is read in few files: how many must be opened, one after the other, to follow the deepest call. Imports of types alone do
// not count, and a door is passed, not read.

const doors = JSON.parse(readFileSync('package.json', 'utf8')).imports as Readonly<Record<string, string>>;
const known = new Map<string, readonly string[]>();

function listValueImports(file: string): readonly string[] {
  const before = known.get(file);
  if (before) return before;
  const text = readFileSync(file, 'utf8');
  const next = [...text.matchAll(/^(?:import|export)\s+(?!type\b)([^'";]*?)\s+from\s+'([.#][^']*\.ts|#[\w-]+)'/gms)]
    .filter(([, names = '']) => !/^\{(\s*type\s+\w+(\s+as\s+\w+)?\s*,?)+\s*\}$/s.test(names))
    .flatMap(([, names = '', path = '']) => {
      if (!path.startsWith('#')) return [join(dirname(file), path)];
      const door = (doors[path] ?? '').replace('./', '');
      // Through the door to the files of the names that are wanted.
      const wanted = names
        .replace(/[{}]/g, '')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '));
      const shown = [...readFileSync(door, 'utf8').matchAll(/export\s+\{([^}]*)\}\s+from\s+'([^']+)'/g)];
      return shown
        .filter(([, list = '']) => list.split(',').some((name) => wanted.includes(name.trim().replace(/^type /, ''))))
        .map(([, , from = '']) => join(dirname(door), from));
    });
  known.set(file, next);
  return next;
}

function findLongest(file: string): readonly string[] {
  const chains = listValueImports(file).map(findLongest);
  return [file, ...chains.reduce((longest, chain) => (chain.length > longest.length ? chain : longest), [])];
}

for (const [flow, start, most] of [
  ['from build to the page', 'src/cli/commands/build.ts', 8],
  ['from a visit to the table', 'src/lambda.ts', 6],
] as const) {
  test(`${flow}, no more than ${most} files stand one behind the other`, () => {
    const chain = findLongest(start);
    assert.ok(chain.length <= most, `${chain.length}: ${chain.join(' > ')}`);
  });
}
