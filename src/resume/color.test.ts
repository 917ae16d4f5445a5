import assert from 'node:assert/strict';
import test from 'node:test';
import { makeReadable, measureContrast, paperColors, readColor } from './color.ts';

test('The contrast is that of WCAG', () => {
  assert.equal(measureContrast('#000000', '#ffffff'), 21);
  assert.equal(measureContrast('#777777', '#777777'), 1);
  assert.equal(measureContrast('#ffffff', '#777777').toFixed(2), '4.48');
});

test('What can be read stays; the rest goes dark or light until it can', () => {
  assert.equal(makeReadable('#17524a', paperColors.light), '#17524a');
  for (const color of ['#ffcc00', '#ff0000', '#ffffff', '#000000']) {
    for (const paper of Object.values(paperColors)) {
      assert.ok(measureContrast(makeReadable(color, paper), paper) >= 4.5, `${color} on ${paper}`);
    }
  }
  assert.ok(measureContrast(makeReadable('#ffcc00', paperColors.light), paperColors.light) < 4.7);
});

test('A color is six or three digits after "#"', () => {
  assert.deepEqual(['#ABC', '#aabbcc', 'aabbcc', '#ab', 'red'].map(readColor), [
    '#aabbcc',
    '#aabbcc',
    undefined,
    undefined,
    undefined,
  ]);
});
