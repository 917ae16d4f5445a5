import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { jane, makeProject } from './make-project.ts';
import { runCli } from './run-cli.ts';

// A color, a title, a line that begins as a workflow's command does, and a turn of what follows.
const hostile = 'x\u001b[31m\u001b]0;t\u0007\n::error::y\u202e';
const photo = await readFile(new URL('../../public/photo.jpg', import.meta.url));

test('no name of a file steers a terminal, or begins a line of a log', async (context) => {
  const cwd = await makeProject(context, {
    'resume.yaml': `${jane}meta: {site: {pdf: false}}\n`,
    'me.jpg': photo,
    [`public/${hostile}~`]: 'x',
    [`resume.${hostile}.yaml`]: jane,
    [`${hostile}.yaml`]: `${jane}  emial: x@y.example\n  foo: 1\n`,
    [`${hostile}/x`]: 'x',
  });
  const yaml = `${hostile}.yaml`;
  for (const args of [
    ['check'],
    ['check', yaml],
    ['check', '--fix', yaml],
    ['check', '--format', 'github', yaml],
    ['check', `${yaml}no`],
    ['check', hostile],
    ['build', '--resume', yaml],
    ['build', '--out', yaml],
    ['build', '--out', `${yaml}.d`],
    ['pdf', '-o', yaml],
    ['pdf', '-o', `${yaml}.pdf`],
    ['photo', yaml],
    ['photo', 'me.jpg', '--resume', yaml],
    ['photo', `https://${hostile}/`],
    ['import', yaml, '-o', yaml],
    ['import', yaml, '-o', `${hostile}.no`],
    ['import', yaml, '-o', `${hostile}2/new.yaml`],
    ['import', yaml, '-o', `${hostile}2.yaml`],
    ['init', hostile, '--yes'],
    ['init', yaml, '--yes'],
    ['init', `${hostile}3`, '--yes'],
    ['translate', 'de', '--resume', yaml],
    ['translate', hostile],
    ['stats', hostile],
    ['publish', hostile],
    ['eject', hostile],
    [hostile],
    ['check', `--${hostile}`],
  ]) {
    const { code, stdout, stderr } = await runCli(args, { cwd });
    const said = stdout + stderr;
    assert.doesNotMatch(said, /[[\p{Cc}\p{Bidi_Control}]--[\n\t]]/v, args.join(' '));
    if (!args.includes('github')) assert.doesNotMatch(said, /^::error/m, `${args.join(' ')}: ${said}`);
    assert.notEqual(code, null);
  }
});

test('however much there is to say, it is not more than anybody reads', async (context) => {
  const number = <One>(count: number, write: (index: number) => One) =>
    Array.from({ length: count }, (_, at) => write(at));
  const resume = {
    basics: { name: 'x'.repeat(100_000) },
    work: number(3_000, (at) => ({ company: `A${at}`, summary: 'He did it.' })),
    meta: { ...Object.fromEntries(number(1_000, (at) => [`k${at}`, 'not shown'])), ['y'.repeat(100_000)]: 'not shown' },
  };
  const files = number(300, (at) => [`public/${at}~`, ''] as const);
  const foreign = { cv: { name: 'J', sections: {} }, ...Object.fromEntries(number(5_000, (at) => [`own${at}`, 'x'])) };
  const cwd = await makeProject(context, {
    'resume.json': JSON.stringify(resume),
    'old.json': JSON.stringify(foreign),
    ...Object.fromEntries(files),
  });
  const { stdout: checked } = await runCli(['check'], { cwd });
  assert.match(checked, /\n {2}… and 1,\d+ more\.\n/);
  const { stdout: fixed } = await runCli(['check', '--fix'], { cwd });
  assert.match(fixed, /\n… and 2,800 more\.\n3,000 changes made in resume\.json\.\n/);
  const { stdout: imported } = await runCli(['import', 'old.json', '-o', 'new.yaml'], { cwd });
  assert.match(imported, /\n {2}… and 4,800 more\.\n/);
  const { stdout: translated } = await runCli(['translate', 'de'], { cwd });
  assert.match(translated, /\n {2}… and 2,\d+ more\.\n/);
  for (const said of [checked, fixed, imported, translated]) assert.ok(said.length < 100_000, String(said.length));
});
