import assert from 'node:assert/strict';
import test from 'node:test';
import { hashText, readLock, writeLock } from './lock.ts';

const words = { name: 'Jane', url: '', package: 'my-resume' };
const lock = { version: '1.2.3', words, files: { 'README.md': hashText('# Jane\n') } };

test('what was written is read again, and a file of the person has no place in it', () => {
  const files = new Map([
    ['README.md', '# Jane\n'],
    ['resume.yaml', 'basics:\n'],
  ]);
  assert.deepEqual(readLock(writeLock('1.2.3', words, files)), lock);
  assert.ok(readLock(JSON.stringify({ ...lock, version: '2.0.0-beta.1' })));
});

const damaged: readonly (readonly [what: string, text: string])[] = [
  ['nothing', ''],
  ['half of it', JSON.stringify(lock).slice(0, 40)],
  ['a conflict of Git', `<<<<<<< HEAD\n${JSON.stringify(lock)}\n>>>>>>> theirs\n`],
  ['no group', '[]'],
  ['a version that is a path', JSON.stringify({ ...lock, version: '../../elsewhere' })],
  ['a version that is a tag', JSON.stringify({ ...lock, version: 'latest' })],
  ['no words', JSON.stringify({ ...lock, words: undefined })],
  ['a word missing', JSON.stringify({ ...lock, words: { ...words, name: undefined } })],
  ['no files', JSON.stringify({ ...lock, files: null })],
  ['a file without its hash', JSON.stringify({ ...lock, files: { 'README.md': 1 } })],
];
for (const [what, text] of damaged) test(`a lock with ${what} is none`, () => assert.equal(readLock(text), undefined));
