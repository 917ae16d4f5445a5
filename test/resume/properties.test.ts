import test from 'node:test';
import fc from 'fast-check';
import { fuzzRuns } from '../fuzz-runs.ts';
import { properties } from './properties.ts';

for (const { title, property } of properties) {
  test(title, () => fc.assert(property, fuzzRuns(400)));
}
