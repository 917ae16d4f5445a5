import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { commands } from '../../src/cli/commands/index.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const texts = globSync(['*.md', 'docs/*.md', 'starter/README.md', '.github/workflows/*.yaml', 'src/**/*.ts'], {
  cwd: root,
})
  .filter((path) => !/\.test\.ts$|^CHANGELOG|^docs\/decisions/.test(path))
  .map((path) => ({ path, text: read(path) }));

/** Up to where a sentence, a remark or the next command begins. */
const linePattern = /(?:npx|bin\/) ?cloud-resume(?:\.js)? ([a-z][^`\n#&;|()"']*)/g;

test('every command line that a text or a message names can be understood', async () => {
  const lines = texts.flatMap(({ path, text }) =>
    [...text.matchAll(linePattern)].map(([, line = '']) => ({ path, line })),
  );
  assert.ok(lines.length > 60, `${lines.length} lines`);
  for (const { path, line } of lines) {
    const [first = '', second = '', ...others] = line.replace(/[.,:](?=\s|$)/g, '').split(/\s+/);
    const load = commands[`${first} ${second}`] ?? commands[first];
    // A word that the code puts in is no name.
    if (first.includes('${')) continue;
    assert.ok(load, `${path}: there is no command ${first} (${line})`);
    const { options } = await load();
    // Every command takes these two as well.
    const known = [...Object.keys(options), 'debug', 'help'];
    const shorts = Object.values(options).flatMap(({ short }) => short ?? []);
    for (const word of [second, ...others].filter((one) => /^-{1,2}[a-z]/.test(one))) {
      const [name = ''] = word.replace(/^--?/, '').split('=');
      assert.ok(
        word.startsWith('--') ? known.includes(name) : shorts.includes(name),
        `${path}: no option ${word} (${line})`,
      );
    }
  }
});

test('every script that a text names is one of the package, or of a project', () => {
  const scripts = new Set(
    ['package.json', 'starter/package.json'].flatMap((path) => Object.keys(JSON.parse(read(path)).scripts)),
  );
  const named = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name = '']) => `${path}: ${name}`),
  );
  assert.ok(named.length > 20);
  assert.deepEqual(
    named.filter((one) => !scripts.has(one.split(': ')[1] ?? '')),
    [],
  );
});
