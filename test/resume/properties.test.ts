import test from 'node:test';
import fc from 'fast-check';
import { properties } from './properties.ts';

for (const { title, property } of properties) {
  test(title, () => fc.assert(property, { seed: 20_261_126, numRuns: 400 }));
}
