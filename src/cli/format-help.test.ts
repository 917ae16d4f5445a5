import assert from 'node:assert/strict';
import test from 'node:test';
import type { Command } from './define-command.ts';
import { formatHelp, formatOverview } from './format-help.ts';

const words = 'one two three four five six seven eight nine ten '.repeat(5).trim();
const command: Command = {
  name: 'greet',
  otherNames: [],
  audience: 'people',
  summary: words,
  details: `${words}\n\n${words}`,
  operands: ['[NAME]'],
  options: { loud: { help: words } },
  run: async () => 0,
};

for (const [terminal, most] of [
  [undefined, 110],
  [200, 110],
  [80, 80],
  [20, 60],
] as const) {
  test(`help has lines of ${most} letters at most in a terminal of ${terminal ?? 'unknown width'}`, () => {
    for (const help of [formatHelp(command, terminal), formatOverview([command], terminal)]) {
      const widths = help.split('\n').map((line) => line.length);
      assert.ok(Math.max(...widths) <= most, help);
      assert.ok(Math.max(...widths) > most - 10, help);
      // No word is lost, and what goes on stands under what it goes on from.
      assert.ok(help.replaceAll(/\s+/g, ' ').includes(words));
      assert.match(help, /^ {2}1 {2}the résumé has/m);
    }
  });
}
