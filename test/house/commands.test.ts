import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import test from 'node:test';
import { commands } from '../../src/cli/commands/index.ts';

// The compiler knows an option where it is read by its name. A function that takes all of them with a type of its own would not
// notice that one is called otherwise now, so it has the type of the very options, or gets what it needs one by one.

test('no command hands its options on as a whole', () => {
  const whole = globSync('src/cli/commands/**/*.ts').flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    if (!text.includes('defineCommand({') || text.includes('OptionValues<typeof options>')) return [];
    const found = text.match(/(?:[(,]\s*|\.{3})(?:input\.)?options\s*[,)}]/g) ?? [];
    return found.map((part) => `${file}: ${part}`);
  });
  assert.deepEqual(whole, []);
});

test('a command is one file, and what it alone needs beside it stands in a folder of its name', () => {
  const names = Object.keys(commands).map((name) => name.replace(' ', '-'));
  const files = globSync('src/cli/commands/*.ts', { exclude: ['**/index.ts', '**/*.test.ts'] });
  assert.deepEqual(files.map((file) => basename(file, '.ts')).sort(), names.toSorted());
  const folders = new Set(globSync('src/cli/commands/*/*.ts').map((file) => basename(dirname(file))));
  assert.deepEqual(
    [...folders].filter((folder) => !names.includes(folder)),
    [],
  );
});

test('a word that people use for a command leads to no other one', async () => {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const words = all.flatMap(({ name, otherNames }) => [name, ...otherNames]);
  assert.deepEqual(
    words.filter((word, index) => words.indexOf(word) !== index),
    [],
  );
});
