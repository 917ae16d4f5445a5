import assert from 'node:assert/strict';
import test from 'node:test';
import { commands } from './commands/index.ts';
import { readArguments } from './read-arguments.ts';

async function read(line: string) {
  const [name, ...args] = line.split(' ');
  const command = await commands[name ?? '']?.();
  assert.ok(command);
  return readArguments(args, command);
}

const good: readonly (readonly [
  line: string,
  options: Readonly<Record<string, string | true>>,
  operands: readonly string[],
])[] = [
  ['check', {}, []],
  ['check my.yaml', {}, ['my.yaml']],
  ['check --format json --fix my.yaml', { format: 'json', fix: true }, ['my.yaml']],
  ['check my.yaml --format=github', { format: 'github' }, ['my.yaml']],
  ['pdf --paper A4', { paper: 'a4' }, []],
  ['check --fix --debug', { fix: true, debug: true }, []],
  ['check -- --odd.yaml', {}, ['--odd.yaml']],
  ['check -h', { help: true }, []],
  ['check a b c --help', { help: true }, ['a', 'b', 'c']],
  ['build --out web --out site', { out: 'site' }, []],
  ['build --out=-odd', { out: '-odd' }, []],
  ['build -oweb', { out: 'web' }, []],
  ['build -o web', { out: 'web' }, []],
  ['check -- -format', {}, ['-format']],
  ['preview --no-open --port 80', { 'no-open': true, port: '80' }, []],
];

for (const [line, options, operands] of good) {
  test(`"${line}" is read`, async () => {
    const input = await read(line);
    assert.deepEqual(input.options, options);
    assert.deepEqual(input.operands, operands);
  });
}

const bad: readonly (readonly [line: string, mistake: string])[] = [
  ['check --formt json', 'There is no option --formt. Did you mean --format?'],
  ['check --verbose', 'There is no option --verbose. Options: --format, --fix, --strict, --debug, --help.'],
  ['check -x', 'There is no option -x. Options: --format, --fix, --strict, --debug, --help.'],
  ['check --constructor', 'There is no option --constructor. Options: --format, --fix, --strict, --debug, --help.'],
  ['build -out web', 'There is no option -out. Did you mean --out?'],
  ['build -out=web', 'There is no option -out. Did you mean --out?'],
  ['preview -port 80', 'There is no option -port. Did you mean --port?'],
  ['preview --resume -port', '--resume needs a value: --resume FILE.'],
  ['check ', 'An argument is empty: check takes one argument, FILE.'],
  ['check --format', '--format needs a value: --format text|json|github.'],
  ['check --format=', '--format needs a value: --format text|json|github.'],
  ['check --format --fix', '--format needs a value: --format text|json|github.'],
  ['check --format xml', '--format cannot be "xml"; it is one of text, json, github.'],
  ['check --fix=yes', '--fix takes no value; write just --fix.'],
  ['check a b', 'Unexpected argument "b": check takes one argument, FILE.'],
  ['eject infrastructure now', 'Unexpected argument "now": eject takes one argument, infrastructure.'],
  ['build my.yaml', 'Unexpected argument "my.yaml": build takes no arguments, only options.'],
  ['build --out', '--out needs a value: --out DIR.'],
];

for (const [line, mistake] of bad) {
  test(`"${line}" is explained`, () =>
    assert.rejects(read(line), {
      message: new RegExp(`^${mistake.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\n`),
      exitCode: 2,
    }));
}
