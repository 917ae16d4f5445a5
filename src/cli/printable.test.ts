import assert from 'node:assert/strict';
import test from 'node:test';
import { printable, printableLines } from './printable.ts';

for (const [text, shown] of [
  ['Zoë 李明 मीरा مريم', 'Zoë 李明 मीरा مريم'],
  ['Jane \u202eeoD', 'Jane \\u202eeoD'],
  ['a\u2066b\u2069\u200f\u061c', 'a\\u2066b\\u2069\\u200f\\u061c'],
  ['\u001b]0;title\u0007', '\\u001b]0;title\\u0007'],
  ['\u001b[31mred', '\\u001b[31mred'],
  ['a\u009b2Jb\u007f', 'a\\u009b2Jb\\u007f'],
  ['a\r\n\tb\u2028c', 'a\\u000d\\u000a\\u0009b\\u2028c'],
] as const) {
  test(`${JSON.stringify(text)} is shown as ${shown}`, () => assert.equal(printable(text), shown));
}

test('lines keep their colors, their tabs and their breaks, and nothing else that steers', () => {
  assert.equal(
    printableLines(
      '\u001b[1m\u001b[31mbad\u001b[0m\tone\ntwo \u202e \u001b[2J \u001b]8;;x\u0007 \r \u001b[8mx \u001b[38;5;1my',
      { isPainted: true },
    ),
    '\u001b[1m\u001b[31mbad\u001b[0m\tone\ntwo \\u202e \\u001b[2J \\u001b]8;;x\\u0007 \\u000d \\u001b[8mx \\u001b[38;5;1my',
  );
});

test('in a workflow no text is a command to the runner, and elsewhere it stays as it is', () => {
  assert.equal(printableLines('a ###[add-mask]x ##[error]'), 'a ###[add-mask]x ##[error]');
  assert.equal(
    printableLines('a ###[add-mask]x ##[error]', { isWorkflow: true }),
    'a ##\\u0023[add-mask]x #\\u0023[error]',
  );
  assert.equal(JSON.parse(printableLines('"##[error]"', { isWorkflow: true })), '##[error]');
});

test('where nothing is painted, no color stays', () => {
  assert.equal(printableLines('\u001b[31mbad\u001b[0m\tone\ntwo\u2028'), '\\u001b[31mbad\\u001b[0m\tone\ntwo\\u2028');
});
