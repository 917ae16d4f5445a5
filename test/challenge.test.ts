import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { commands } from '../src/cli/commands/index.ts';

const text = readFileSync('docs/challenge.md', 'utf8');
const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);

test('every file that docs/challenge.md names is there', () => {
  const paths = code.filter((words) => /^(?:src|test|infrastructure|\.github)\/[\w./-]*$/.test(words));
  assert.ok(paths.length > 40);
  for (const path of paths) assert.ok(existsSync(path), path);
});

test('every command that it names is one', () => {
  const named = code.flatMap((words) => /^npx cloud-resume ([a-z]+)/.exec(words)?.[1] ?? []);
  assert.ok(named.length > 5);
  for (const name of named) assert.ok(Object.hasOwn(commands, name), name);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const run = code.flatMap((words) => /^npm run ([\w:]+)/.exec(words)?.[1] ?? []);
  for (const name of run) assert.ok(Object.hasOwn(scripts, name), name);
});

test('it has all sixteen steps', () => {
  for (let step = 1; step <= 16; step += 1) assert.match(text, new RegExp(`^\\| ${step} \\w`, 'm'));
});
