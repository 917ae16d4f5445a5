import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { measureContrast } from '#resume';
import { createAccent, defaultAccent } from './accent.ts';

for (const color of ['#17524a', '#ffffff', '#000000', '#ffd400', '#b3261e', '#7f7f7f', '#0000ff']) {
  test(`an accent of ${color} can be read on the page in light and dark`, () => {
    const { light, dark } = createAccent(color);
    for (const ground of ['#fdfcfa', '#f1f0ea']) assert.ok(measureContrast(light, ground) >= 4.5, light);
    for (const ground of ['#171e1c', '#202926']) assert.ok(measureContrast(dark, ground) >= 4.5, dark);
  });
}

test('a color that can be read stays as it is, and none is ours', () => {
  assert.equal(createAccent('#b3261e').light, '#b3261e');
  assert.equal(createAccent(undefined), defaultAccent);
});

test('ours is the one of the stylesheet', () => {
  const css = readFileSync(new URL('palette.css', import.meta.url), 'utf8');
  assert.ok(css.includes(`--accent: light-dark(${defaultAccent.light}, ${defaultAccent.dark});`));
});
