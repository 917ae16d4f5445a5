import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';

const text = readFileSync('docs/challenge.md', 'utf8');
const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);

test('every file that docs/challenge.md names is there', () => {
  const paths = code.filter((words) => /^(?:src|test|infrastructure|\.github)\/[\w./-]*$/.test(words));
  assert.ok(paths.length > 40);
  for (const path of paths) assert.ok(existsSync(path), path);
});

test('it has all sixteen steps', () => {
  for (let step = 1; step <= 16; step += 1) assert.match(text, new RegExp(`^\\| ${step} \\w`, 'm'));
});
