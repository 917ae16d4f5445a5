import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits, estimateMonthlyCost, type Limits, type MonthlyCost } from './estimate-monthly-cost.ts';

const cases: readonly (readonly [title: string, limits: Partial<Limits>, cost: Partial<MonthlyCost>])[] = [
  ['nobody pays for an idle site', {}, { idle: 0 }],
  // 1.00 for the API, 1.875 for the tables; a million calls of the function are free.
  ['a million visits cost what the API and the tables cost', {}, { millionVisits: 2.88 }],
  ['a visit of one write costs less', { writeUnitsPerVisit: 1 }, { millionVisits: 1.63 }],
  // 5 calls for 2,592,000 seconds: 12.96 for the API, 2.39 for the function, 48.60 for 30 writes and 4.86 for 15 reads.
  ['a flood is bounded by the limits', {}, { flood: 68.81 }],
  ['a lower throttle bounds it more', { requestsPerSecond: 1 }, { flood: 56.37 }],
  ['tables with lower caps bound it more', { maxReadUnits: 2, maxWriteUnits: 2 }, { flood: 21.18 }],
  // Beyond 400,000 GB-s: 25.92 million calls take 324,000, 51.84 million take 648,000.
  ["a high throttle pays for the function's time too", { requestsPerSecond: 20 }, { flood: 118.77 }],
  ['a domain costs its zone', { domain: true }, { idle: 0.5, flood: 68.81 }],
  ['a firewall costs itself, its three rules and every request', { firewall: true }, { idle: 8, millionVisits: 5.88 }],
];

for (const [title, limits, cost] of cases) {
  test(title, () => {
    const estimated = estimateMonthlyCost({ ...defaultLimits, ...limits });
    assert.deepEqual({ ...estimated, ...cost }, estimated);
  });
}
