import assert from 'node:assert/strict';
import test from 'node:test';
import { defineCommand } from './define-command.ts';

// What the compiler says of a command is tested by the compiler: without the error, `@ts-expect-error` is one.
const greet = defineCommand({
  name: 'greet',
  otherNames: [],
  audience: 'people',
  summary: 'Greets',
  details: 'Greets NAME.',
  operands: ['NAME'],
  options: {
    tone: { value: 'TONE', choices: ['warm', 'cold'], help: 'Default: warm.' },
    sign: { value: 'TEXT', help: 'What stands below.' },
    'no-name': { help: 'Leaves the name out.' },
  },
  async run({ options, operands }) {
    // @ts-expect-error there is no such option
    options.shout;
    // @ts-expect-error there is no such choice
    if (options.tone === 'hot') return 1;
    // @ts-expect-error an option without a value is true, not a text
    const text: string | undefined = options['no-name'];
    const name: string | undefined = options['no-name'] === true ? undefined : operands[0];
    const sign: string | undefined = options.sign;
    return name === undefined && text !== 'x' && sign === undefined && options.tone === 'cold' ? 1 : 0;
  },
});

test('a command gives what its run gives', async () => {
  const shell = undefined as never;
  assert.equal(await greet.run({ options: { tone: 'cold', 'no-name': true }, operands: ['Jane'] }, shell), 1);
  assert.equal(await greet.run({ options: {}, operands: ['Jane'] }, shell), 0);
});
