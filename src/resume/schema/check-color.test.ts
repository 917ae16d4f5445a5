import assert from 'node:assert/strict';
import test from 'node:test';
import { checkColor } from './check-color.ts';

const noColor = (text: string) => ({
  message: `"${text}" is not a color; write six digits after "#", such as "#17524a".`,
});
const tooLight = (text: string, contrast: string, nearest: string) => ({
  message: `"${text}" has a contrast of ${contrast}:1 with the paper, and text needs 4.5:1; the nearest that has it is "${nearest}".`,
});
const better = (message: string, instead: string) => ({ message: `${message}; write "${instead}".`, instead });

for (const [text, expected] of [
  ['#17524a', undefined],
  ['#17524A', better('"#17524A" is short for #17524a', '#17524a')],
  ['#145', better('"#145" is short for #114455', '#114455')],
  ['17524a', better('"17524a" has no "#" first', '#17524a')],
  ['145', better('"145" has no "#" first', '#114455')],
  ['red', noColor('red')],
  ['', noColor('')],
  ['#', noColor('#')],
  ['17#524a', noColor('17#524a')],
  ['x#145', noColor('x#145')],
  ['#17524a0', noColor('#17524a0')],
  ['#1452', noColor('#1452')],
  ['#abc', tooLight('#abc', '1.9', '#6b7681')],
  ['#777777', tooLight('#777777', '4.3', '#747474')],
  ['#ffcc00', tooLight('#ffcc00', '1.4', '#8d7100')],
] as const) {
  test(`"${text}" is ${expected === undefined ? 'a color that can be read' : 'not right, and why is said'}`, () => {
    assert.deepEqual(checkColor(text), expected);
  });
}
