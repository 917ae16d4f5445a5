import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';

// Nothing is exported that nobody uses: a door shows what others need, a file what its neighbors need, and what only tests need
// stands in test/.

const isTest = (file: string) => /^(test|bench)\/|\.test\.ts$/.test(file);
const files = globSync(['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'package/**/*.ts']).filter(
  (file) => !file.endsWith('.d.ts'),
);
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const doors = JSON.parse(readFileSync('package.json', 'utf8')).imports as Readonly<Record<string, string>>;

type Use = { readonly name: string; readonly from: string; readonly by: string };

/** Every name that a file takes from another, by static import, re-export, dynamic import or `typeof import`. */
function listUses(by: string, text: string): readonly Use[] {
  const resolve = (path: string) =>
    path.startsWith('#') ? (doors[path] ?? path).replace('./', '') : join(dirname(by), path);
  const uses: Use[] = [];
  const add = (names: string, path: string) => {
    if (!/^[.#]/.test(path)) return;
    for (const written of names.split(',')) {
      const name = written
        .trim()
        .replace(/^type /, '')
        .split(/\s+as\s+|\s*:\s*/)[0];
      if (name) uses.push({ name, from: resolve(path), by });
    }
  };
  for (const [, names = '', path = ''] of text.matchAll(
    /(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'([^']+)'/g,
  )) {
    add(names, path);
  }
  for (const [, path = ''] of text.matchAll(/(?:import|export)\s+(?:type\s+)?\*(?:\s+as\s+\w+)?\s+from\s+'([^']+)'/g)) {
    add('*', path);
  }
  for (const [, names = '', path = ''] of text.matchAll(/\{([^{}]*)\}\s*=\s*await\s+import\('([^']+)'\)/g))
    add(names, path);
  for (const [, path = '', name = ''] of text.matchAll(/import\('([^']+)'\)\)?\.(\w+)/g)) add(name, path);
  return uses;
}

// What others than the compiler look for: AWS and threads take `handler`, packing puts packed-….ts in the place of its twin, resume.schema.json
// is written from its shape, and a stand-in for node:test has its names.
const isWanted = (file: string, name: string) =>
  (name === 'handler' && /lambda\.ts$|-main\.ts$/.test(file)) ||
  /packed-[\w-]+\.ts$|create-json-schema\.ts$|test-api\.ts$/.test(file);

const uses = [...texts].flatMap(([file, text]) => listUses(file, text));

function listExports(text: string): readonly { readonly name: string; readonly isType: boolean }[] {
  return [
    ...text.matchAll(/^export\s+(?:declare\s+)?(?:async\s+)?(type|function\*?|const|let|class|interface)\s+(\w+)/gm),
  ].map(([, kind, name]) => ({ name: name ?? '', isType: kind === 'type' || kind === 'interface' }));
}

test('what a door shows is used outside of its room', () => {
  const idle = Object.values(doors).flatMap((path) => {
    const door = path.replace('./', '');
    const room = dirname(door);
    const shown = uses.filter(({ by, name }) => by === door && name !== '*').map(({ name }) => name);
    const wanted = new Set(
      uses.filter(({ from, by }) => from === door && !by.startsWith(`${room}/`)).map(({ name }) => name),
    );
    return wanted.has('*') ? [] : shown.filter((name) => !wanted.has(name)).map((name) => `${door}: ${name}`);
  });
  assert.deepEqual(idle, []);
});

test('what a file exports is used by another', () => {
  const idle = files.flatMap((file) => {
    const users = uses.filter(({ from, by }) => from === file && by !== file);
    if (users.some(({ name }) => name === '*')) return [];
    const used = new Set(users.map(({ name }) => name));
    return listExports(texts.get(file) ?? '')
      .filter(({ name }) => !used.has(name) && !isWanted(file, name))
      .map(({ name }) => `${file}: ${name}`);
  });
  assert.deepEqual(idle, []);
});

test('what src exports, src uses: what only tests need stands in test/', () => {
  const idle = files
    .filter((file) => file.startsWith('src/') && !isTest(file))
    .flatMap((file) => {
      const text = texts.get(file) ?? '';
      return listExports(text)
        .filter(({ isType }) => !isType)
        .filter(({ name }) => {
          const own = [...text.matchAll(new RegExp(`(?<![\\w']|[^.]\\.)${name}\\b`, 'g'))].length;
          const isUsed = uses.some((use) => {
            if (use.name !== name && use.name !== '*') return false;
            if (
              use.from === file &&
              !isTest(use.by) &&
              (!use.by.endsWith('/index.ts') || use.by.includes('/commands/'))
            )
              return true;
            // Through the door.
            const door = uses.find(({ by, from }) => from === file && by.endsWith('/index.ts'))?.by;
            return door !== undefined && use.from === door && !isTest(use.by);
          });
          return own < 2 && !isUsed && !isWanted(file, name);
        })
        .map(({ name }) => `${file}: ${name}`);
    });
  assert.deepEqual(idle, []);
});
