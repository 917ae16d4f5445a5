import assert from 'node:assert/strict';
import test from 'node:test';
import { build } from 'esbuild';
import { findErrorLocation, toNotes } from './to-overlay.ts';

test('esbuild says where each of its errors is', async () => {
  const stdin = { contents: 'const = 1;', loader: 'ts' as const, sourcefile: 'site/script/api.ts' };
  const error = await build({ stdin, write: false, logLevel: 'silent' }).catch((reason) => reason);
  assert.deepEqual(findErrorLocation(error, '/project'), [
    { place: 'src/site/script/api.ts:1:7', message: 'Expected identifier but found "="' },
  ]);
});

test('the stack says where the code failed, by the first line that is ours', () => {
  const error = new Error('It broke.');
  error.stack = `Error: It broke.
    at parse (file:///my%20project/node_modules/yaml/dist/index.ts:1:2)
    at run (node:internal/modules:3:4)
    at renderPage (file:///my%20project/src/site/page.ts:56:7)
    at main (file:///my%20project/src/cli.ts:8:9)`;
  assert.deepEqual(findErrorLocation(error, '/my project'), [{ place: 'src/site/page.ts:56', message: 'It broke.' }]);
});

test('a mistake in the syntax is where Node says it is', () => {
  const error = new SyntaxError('Unexpected token');
  error.stack =
    '/my project/src/site/page.ts:102\nconst = ;\n      ^\n\nSyntaxError: Unexpected token\n    at node:internal/a:1:1';
  assert.deepEqual(findErrorLocation(error, '/my project'), [
    { place: 'src/site/page.ts:102', message: 'Unexpected token' },
  ]);
});

test('without a place there is the message alone', () => {
  const error = new Error('Nobody knows.');
  error.stack = 'Error: Nobody knows.';
  assert.deepEqual(findErrorLocation(error, '/my project'), [{ place: '', message: 'Nobody knows.' }]);
});

test('notes are counted and placed, and more than anybody reads are not listed', () => {
  const note = { severity: 'note' as const, path: 'basics.email', line: 3, column: 10, message: 'Odd.' };
  const on = (name: string, ...problems: (typeof note)[]) => ({ name, problems });
  assert.equal(toNotes({ resumes: [on('resume.yaml')], remarks: [] }), undefined);
  assert.deepEqual(toNotes({ resumes: [on('resume.yaml', note)], remarks: [] }), {
    title: '1 note on resume.yaml',
    items: [{ place: 'resume.yaml:3:10', message: 'basics.email: Odd.' }],
  });
  const many = toNotes({ resumes: [on('resume.yaml', ...Array(1000).fill(note))], remarks: ['No font.'] });
  assert.equal(many?.title, '1001 notes on resume.yaml');
  assert.equal(many?.items.length, 52);
  assert.deepEqual(many?.items.slice(-2), [
    { place: '', message: 'And 950 more: npx cloud-resume check shows them.' },
    { place: '', message: 'No font.' },
  ]);
  assert.deepEqual(toNotes({ resumes: [on('resume.yaml'), on('resume.de.yaml', note, note)], remarks: [] }), {
    title: '2 notes on resume.de.yaml',
    items: Array(2).fill({ place: 'resume.de.yaml:3:10', message: 'basics.email: Odd.' }),
  });
});
