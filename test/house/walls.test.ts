import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { transform } from 'esbuild';
import { walls } from './walls.ts';

// What only a host gives: all of it is an argument, unless the table says otherwise. A clock and randomness belong to it.
const hostGlobals = [
  ...['process', 'Buffer', 'console', 'fetch', 'performance', 'crypto', 'AbortSignal', 'WebSocket', 'EventSource'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'queueMicrotask'],
  ...['window', 'document', 'location', 'navigator', 'localStorage', 'sessionStorage', 'history', 'indexedDB'],
  ...['Date.now', 'Math.random', 'require', '__dirname', '__filename', 'Worker', 'XMLHttpRequest', 'alert'],
];
const define = Object.fromEntries(hostGlobals.map((name) => [name, `HOST__${name.replace('.', '__')}`]));

const sources = globSync('src/**/*.ts').filter((file) => !/\.(test|d)\.ts$/.test(file));

function roomOf(file: string): string {
  const path = file.slice('src/'.length);
  const inner = ['cli/commands', 'site/script'].find((name) => path.startsWith(`${name}/`));
  if (inner !== undefined) return inner;
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path;
}

/** Whether a main imports a room by its path: mains have no door to go through. */
function isFrom(file: string, room: string): boolean {
  return listImports(file).some((name) => name.startsWith('.') && roomOf(join(dirname(file), name)) === room);
}

function listImports(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)'([^']+)'/g)].map(([, name]) => name ?? '');
}

test('every file stands in a room of the table, and every room of the table has files', () => {
  assert.deepEqual([...new Set(sources.map(roomOf))].sort(), Object.keys(walls).sort());
});

test('no file has more than 250 lines, tests among them', () => {
  const files = globSync(['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'package/**/*.ts']);
  const long = files.filter((file) => readFileSync(file, 'utf8').trimEnd().split('\n').length > 250);
  assert.deepEqual(long, []);
});

test('every door has its name in package.json', () => {
  const { imports } = JSON.parse(readFileSync('package.json', 'utf8'));
  const doors = globSync('src/*/index.ts').map((file) => [`#${roomOf(file)}`, `./${file}`]);
  assert.deepEqual(Object.entries(imports).sort(), doors.sort());
});

for (const [room, { rooms, packages, globals }] of Object.entries(walls)) {
  const files = sources.filter((file) => roomOf(file) === room);

  test(`${room} imports what the table lets it`, () => {
    const strangers = files.flatMap((file) =>
      listImports(file).flatMap((name) => {
        if (name.startsWith('#')) return rooms.includes(name.slice(1)) ? [] : [`${file}: ${name}`];
        if (!name.startsWith('.')) return packages.includes(name) ? [] : [`${file}: ${name}`];
        const to = roomOf(join(dirname(file), name));
        const isOwn =
          to === room ||
          (room === 'cli/commands' && to === 'cli') ||
          (!room.includes('/') && rooms.includes(to) && room.endsWith('.ts'));
        return isOwn ? [] : [`${file}: ${name}`];
      }),
    );
    assert.deepEqual(strangers, []);
  });

  test(`${room} uses what the table lets it`, () => {
    const used = new Set(files.flatMap(listImports).map((name) => name.replace('#', '')));
    const usesOwn = (name: string) => room.startsWith(`${name}/`) || files.some((file) => isFrom(file, name));
    assert.deepEqual(
      [...rooms.filter((name) => !used.has(name) && !usesOwn(name)), ...packages.filter((name) => !used.has(name))],
      [],
    );
  });

  test(`${room} touches exactly the globals of the table`, async () => {
    const touched = await Promise.all(
      files.map(async (file) => {
        const { code } = await transform(readFileSync(file, 'utf8'), { loader: 'ts', define });
        const names = new Set([...code.matchAll(/\bHOST__(\w+)/g)].map(([, name]) => (name ?? '').replace('__', '.')));
        return [...names];
      }),
    );
    assert.deepEqual([...new Set(touched.flat())].sort(), [...globals].sort());
  });
}

test('no two rooms import each other, by any way around', () => {
  const seen = new Map<string, 'open' | 'done'>();
  const visit = (room: string, way: readonly string[]): void => {
    assert.notEqual(seen.get(room), 'open', [...way, room].join(' → '));
    if (seen.get(room) === 'done') return;
    seen.set(room, 'open');
    for (const next of walls[room]?.rooms ?? []) visit(next, [...way, room]);
    seen.set(room, 'done');
  };
  for (const room of Object.keys(walls)) visit(room, []);
});

test('no two files import each other, by any way around, not even for a type', () => {
  const seen = new Map<string, 'open' | 'done'>();
  const visit = (file: string, way: readonly string[]): void => {
    assert.notEqual(seen.get(file), 'open', [...way, file].join(' → '));
    if (seen.get(file) === 'done') return;
    seen.set(file, 'open');
    for (const name of listImports(file).filter((one) => one.startsWith('.'))) {
      const next = join(dirname(file), name);
      if (sources.includes(next)) visit(next, [...way, file]);
    }
    seen.set(file, 'done');
  };
  for (const file of sources) visit(file, []);
});

test('what stands outside of the rooms goes through their doors, and a test beside a source stays in its room', () => {
  const files = globSync(['test/**/*.ts', 'bench/**/*.ts', 'src/**/*.test.ts']);
  const inside = files.flatMap((file) =>
    listImports(file)
      .map((name) => (name.startsWith('.') ? join(dirname(file), name) : name))
      .filter((path) => path.startsWith('src/') && !(file.startsWith('src/') && roomOf(path) === roomOf(file)))
      // The mains and the commands have no door.
      .filter((path) => !/^src\/(cli\/commands\/[\w-]+|cli|lambda)\.ts$/.test(path))
      .filter((path) => !(roomOf(file) === 'cli/commands' && roomOf(path) === 'cli'))
      .map((path) => `${file}: ${path}`),
  );
  assert.deepEqual(inside, []);
});
