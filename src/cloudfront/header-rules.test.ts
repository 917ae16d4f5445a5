import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fuzzRuns } from '../../test/fuzz-runs.ts';
import { applyHeaderRules } from './header-rules.ts';

const name = fc.constantFrom('cache-control', 'server', 'x-a', 'x-b', '__proto__', 'constructor');
const value = fc.string({ maxLength: 4 });
const headers = fc.array(fc.tuple(name, value), { maxLength: 6 }).map((entries) => Object.fromEntries(entries));
const added = fc.uniqueArray(fc.record({ name, value, overrides: fc.boolean() }), {
  maxLength: 4,
  selector: (one) => one.name,
});

test('what is removed is gone, what is added is there, and only what may override does', () =>
  fc.assert(
    fc.property(headers, added, fc.subarray(['server', 'x-a', '__proto__']), (before, rules, removed) => {
      const body = new Uint8Array();
      const after = applyHeaderRules({ status: 200, headers: before, body }, { added: rules, removed });
      const left = Object.entries(before).filter(([one]) => !removed.includes(one));
      const expected = new Map(left);
      for (const rule of rules) {
        if (rule.overrides || !expected.has(rule.name)) expected.set(rule.name, rule.value);
      }
      assert.deepEqual(Object.entries(after.headers).sort(), [...expected].sort());
    }),
    fuzzRuns(100),
  ));
