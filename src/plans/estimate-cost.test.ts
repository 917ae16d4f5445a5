import assert from 'node:assert/strict';
import test from 'node:test';
import {
  defaultLimits,
  estimateMonthlyCost,
  estimatePlans,
  type Limits,
  type Meters,
  type MonthlyCost,
  priceMeters,
} from './estimate-cost.ts';
import { readPlan } from './read-plan.ts';

const cases: readonly (readonly [title: string, limits: Partial<Limits>, cost: Partial<MonthlyCost>])[] = [
  ['nobody pays for an idle site', {}, { idle: 0 }],
  // 1.00 for the API, 1.875 for the tables, 0.08 for a twentieth of four files; the function, its log and the edge are free.
  ['a million visits cost what the API, the tables and the bucket cost', {}, { millionVisits: 2.96 }],
  ['a visit of one write costs less', { writeUnitsPerVisit: 1 }, { millionVisits: 1.71 }],
  // Of four million runs two are free.
  ["other names take the edge's function at every file", { redirects: true }, { millionVisits: 3.16 }],
  // 5 calls for 2,592,000 seconds: 12.96 for the API, 2.39 for the function, 48.60 for 30 writes and 4.86 for 15 reads.
  ['a flood is bounded by the limits', {}, { flood: 68.81 }],
  ['a lower throttle bounds it more', { requestsPerSecond: 1 }, { flood: 56.37 }],
  ['tables with lower caps bound it more', { maxReadUnits: 2, maxWriteUnits: 2 }, { flood: 21.18 }],
  // Beyond 400,000 GB-s: 51.84 million calls take 648,000. Their log has 18.1 GB, of which 5 are free.
  ["a high throttle pays for the function's time and the log too", { requestsPerSecond: 20 }, { flood: 125.35 }],
  ['a domain costs its zone', { domain: true }, { idle: 0.5, flood: 68.81 }],
  ['a firewall costs itself, its three rules and every request', { firewall: true }, { idle: 8, millionVisits: 5.96 }],
];

for (const [title, limits, cost] of cases) {
  test(title, () => {
    const estimated = estimateMonthlyCost({ ...defaultLimits, ...limits });
    assert.deepEqual({ ...estimated, ...cost }, estimated);
  });
}

const nothing: Meters = {
  ...{ apiCalls: 0, functionCalls: 0, functionGigabyteSeconds: 0, tableWrites: 0, tableReads: 0, fileReads: 0 },
  ...{ edgeRequests: 0, edgeGigabytes: 0, edgeFunctionRuns: 0, logGigabytes: 0, firewallRequests: 0 },
};
const meters: readonly (readonly [meter: keyof Meters, free: number, more: number, price: number])[] = [
  ['apiCalls', 0, 1_000_000, 1],
  ['functionCalls', 1_000_000, 1_000_000, 0.2],
  ['functionGigabyteSeconds', 400_000, 100_000, 1.33334],
  ['tableWrites', 0, 1_000_000, 0.625],
  ['tableReads', 0, 1_000_000, 0.125],
  ['fileReads', 0, 1_000_000, 0.4],
  ['edgeRequests', 10_000_000, 1_000_000, 1],
  ['edgeGigabytes', 1000, 100, 8.5],
  ['edgeFunctionRuns', 2_000_000, 1_000_000, 0.1],
  ['logGigabytes', 5, 10, 5],
  ['firewallRequests', 0, 1_000_000, 0.6],
];
for (const [meter, free, more, price] of meters) {
  test(`${meter} cost ${price} USD for ${more}, after ${free} for nothing`, () => {
    assert.equal(priceMeters({ ...nothing, [meter]: free }), 0);
    assert.ok(Math.abs(priceMeters({ ...nothing, [meter]: free + more }) - price) < 1e-9);
  });
}

test('no meter is forgotten', () => {
  assert.deepEqual(meters.map(([meter]) => meter).sort(), Object.keys(nothing).sort());
});

test('limits are read from the variables of the units', () => {
  const plan = (variables: object) =>
    readPlan('unit', {
      variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { value }])),
    });
  assert.deepEqual(estimatePlans([]), estimateMonthlyCost(defaultLimits));
  const plans = [
    plan({ requests_per_second: '20', max_read_units: 1 }),
    plan({ max_write_units: 2, domain: 'jane.example' }),
  ];
  const limits = { ...defaultLimits, requestsPerSecond: 20, maxReadUnits: 1, maxWriteUnits: 2, domain: true };
  assert.deepEqual(estimatePlans(plans), estimateMonthlyCost(limits));
  assert.deepEqual(
    estimatePlans([plan({ firewall: 'true', redirects: ['www.jane.example'], requests_per_second: 'many' })]),
    estimateMonthlyCost({ ...defaultLimits, firewall: true, redirects: true }),
  );
  // Somebody else answers for it, so there is no zone to pay for.
  assert.deepEqual(
    estimatePlans([plan({ domain: 'jane.example', dns: 'manual' })]),
    estimateMonthlyCost(defaultLimits),
  );
  assert.deepEqual(
    estimatePlans([plan({ firewall: 'false', redirects: [], domain: '', max_write_units: null })]),
    estimateMonthlyCost(defaultLimits),
  );
});
