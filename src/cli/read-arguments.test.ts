import assert from 'node:assert/strict';
import test from 'node:test';
import { commands } from './commands/commands.ts';
import { readArguments } from './read-arguments.ts';

function read(line: string) {
  const [name, ...args] = line.split(' ');
  const command = commands.find((one) => one.name === name);
  assert.ok(command);
  return readArguments(args, command);
}

const good: readonly (readonly [
  line: string,
  options: Readonly<Record<string, string>>,
  operands: readonly string[],
])[] = [
  ['check', {}, []],
  ['check my.yaml', {}, ['my.yaml']],
  ['check --format json --fix my.yaml', { format: 'json', fix: '' }, ['my.yaml']],
  ['check my.yaml --format=github', { format: 'github' }, ['my.yaml']],
  ['check --fix --debug', { fix: '', debug: '' }, []],
  ['check -- --odd.yaml', {}, ['--odd.yaml']],
  ['check -h', { help: '' }, []],
  ['check a b c --help', { help: '' }, ['a', 'b', 'c']],
  ['build --out web --out site', { out: 'site' }, []],
  ['build --out=-odd', { out: '-odd' }, []],
  ['preview --no-open --port 80', { 'no-open': '', port: '80' }, []],
];

for (const [line, options, operands] of good) {
  test(`"${line}" is read`, () => {
    const input = read(line);
    assert.deepEqual(Object.fromEntries(input.options), options);
    assert.deepEqual(input.operands, operands);
  });
}

const bad: readonly (readonly [line: string, mistake: string])[] = [
  ['check --formt json', 'There is no option --formt. Did you mean --format?'],
  ['check --verbose', 'There is no option --verbose. It knows --format, --fix, --debug, --help.'],
  ['check -x', 'There is no option -x. It knows --format, --fix, --debug, --help.'],
  ['check --constructor', 'There is no option --constructor. It knows --format, --fix, --debug, --help.'],
  ['check --format', '--format needs a value: --format text|json|github.'],
  ['check --format=', '--format needs a value: --format text|json|github.'],
  ['check --format --fix', '--format needs a value: --format text|json|github.'],
  ['check --format xml', '--format cannot be "xml"; it is one of text, json, github.'],
  ['check --fix=yes', '--fix takes no value; write just --fix.'],
  ['check a b', '"b" is too much: check takes one FILE.'],
  ['build my.yaml', '"my.yaml" is too much: build takes options alone.'],
  ['build --out', '--out needs a value: --out DIR.'],
];

for (const [line, mistake] of bad) {
  test(`"${line}" is explained`, () =>
    assert.throws(() => read(line), {
      message: new RegExp(`^${mistake.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\n`),
      exitCode: 2,
    }));
}
