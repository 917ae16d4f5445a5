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

test('Dark colors are told apart by their light, too, and a contrast that cannot be had gives black or white', () => {
  assert.equal(measureContrast('#0a0a0a', '#000000').toFixed(4), '1.0607');
  assert.equal(measureContrast('#030303', '#000000').toFixed(4), '1.0182');
  assert.equal(makeReadable('#00ff00', '#ffffff'), '#008a00');
  assert.equal(makeReadable('#ffffff', '#ffffff', 30), '#000000');
  assert.equal(makeReadable('#000000', '#000000', 30), '#ffffff');
});

test('A color is six or three digits after "#"', () => {
  assert.deepEqual(
    ['#ABC', '#aabbcc', 'aabbcc', '#ab', 'red', '#aabbccd', 'x#aabbcc', '#abcd', 'x#abc'].map(readColor),
    ['#aabbcc', '#aabbcc', ...Array.from({ length: 7 }, () => undefined)],
  );
});
