import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits, estimateMonthlyCost, type Limits, type MonthlyCost } from './estimate-monthly-cost.ts';

const cases: readonly (readonly [title: string, limits: Partial<Limits>, cost: Partial<MonthlyCost>])[] = [
  ['nobody pays for an idle site', {}, { idle: 0 }],
  // 1.00 for the API, 0.625 for the table; a million calls of the function are free.
  ['a million visits cost what the API and the table cost', {}, { millionVisits: 1.63 }],
  ['a visit of three writes costs three', { writeUnitsPerVisit: 3 }, { millionVisits: 2.88 }],
  // 5 calls for 2,592,000 seconds: 12.96 for the API, 2.39 for the function, 16.20 for writes and 3.24 for reads.
  ['a flood is bounded by the limits', {}, { flood: 34.79 }],
  ['a lower throttle bounds it more', { requestsPerSecond: 1 }, { flood: 22.35 }],
  ['a table with lower caps bounds it more', { maxReadUnits: 1, maxWriteUnits: 1 }, { flood: 17.3 }],
  // Beyond 400,000 GB-s: 25.92 million calls take 324,000, 51.84 million take 648,000.
  ["a high throttle pays for the function's time too", { requestsPerSecond: 20 }, { flood: 84.75 }],
  ['a domain costs its zone', { domain: true }, { idle: 0.5, flood: 34.79 }],
  ['a firewall costs itself, its three rules and every request', { firewall: true }, { idle: 8, millionVisits: 4.63 }],
];

for (const [title, limits, cost] of cases) {
  test(title, () => {
    const estimated = estimateMonthlyCost({ ...defaultLimits, ...limits });
    assert.deepEqual({ ...estimated, ...cost }, estimated);
  });
}
