import assert from 'node:assert/strict';
import test from 'node:test';
import { parseResume } from '../parse-resume.ts';

test('a key with a list of groups names each of them that has no name of its own', () => {
  const text = 'basics: {name: Jane}\nwork:\n  C: [{position: Cook}, {name: D, position: Baker}]\n';
  const { resume } = parseResume(text, 'yaml');
  assert.deepEqual(resume?.work, [
    { name: 'C', position: 'Cook' },
    { name: 'D', position: 'Baker' },
  ]);
});
