import assert from 'node:assert/strict';
import test from 'node:test';
import { measure } from './code-block.ts';
import { driftMark, formatDrift } from './format-drift.ts';
import { readPlan, type TofuResourceChange } from './read-plan.ts';

const update = (address: string, after: unknown = 1): TofuResourceChange => ({
  address,
  change: { actions: ['update'], before: { size: 0 }, after: { size: after } },
});
const destroyed = (address: string): TofuResourceChange => ({ address, change: { actions: ['delete'] } });
const plan = (unit: string, changes: readonly TofuResourceChange[], drift: readonly TofuResourceChange[] = []) =>
  readPlan(unit, { resource_changes: changes, resource_drift: drift });

test('where nothing differs there is nothing to say', () => {
  assert.equal(formatDrift([]), undefined);
  assert.equal(formatDrift([{ name: 'dev', plans: [plan('table', [])] }]), undefined);
});

test('what AWS sets by itself is no drift', () => {
  assert.equal(formatDrift([{ name: 'dev', plans: [plan('table', [], [update('a')])] }]), undefined);
});

test('what an apply would do is shown by environment and unit, what is gone first', () => {
  const drift = formatDrift([
    { name: 'dev', plans: [plan('table', [update('b')], [destroyed('a'), update('c')]), plan('calm', [])] },
    { name: 'pro|d', plans: [plan('site', [], [destroyed('x')])] },
  ]);
  assert.equal(
    drift?.log,
    `dev/table
- a was deleted outside of this repository
~ b is updated in place
~   size = 0 → 1

<code>pro&#124;d</code>/site
- x was deleted outside of this repository`,
  );
  const [mark, first, ...rest] = drift.issue.split('\n');
  assert.equal(mark, '<!-- cloud-resume drift -->');
  assert.equal(mark, driftMark);
  assert.equal(first, 'What is deployed is not what `main` describes. An apply would do this:');
  const body = rest.join('\n');
  assert.ok(
    body.startsWith(
      '\n#### dev/table\n\n```diff\n- a was deleted outside of this repository\n~ b is updated in place\n~   size = 0 → 1\n```\n\n#### <code>pro&#124;d</code>/site\n\n```diff\n',
    ),
    body,
  );
  assert.match(
    body,
    /\n```\n\nSomeone changed it by hand, or a merge was never applied\. .*`npx cloud-resume deploy` does\. .*\n$/,
  );
});

test('an issue has room for every unit, and counts the lines that are left out', () => {
  const long = Array.from({ length: 300 }, (_, index) => update(`a${index}`, 'x'.repeat(300)));
  const drift = formatDrift([{ name: 'dev', plans: ['one', 'two', 'three'].map((unit) => plan(unit, long)) }]);
  assert.ok(drift && measure(drift.issue) <= 60_000 && measure(drift.issue) > 55_000, String(drift?.issue.length));
  assert.equal(drift.issue.match(/\n… and \d+ lines more: the log of the run has them\n```/g)?.length, 3);
});

test('of very many units the first share the room, and the others are counted', () => {
  const plans = Array.from({ length: 400 }, (_, index) => plan(`${index}${'<'.repeat(50)}`, [update('a')]));
  const drift = formatDrift([{ name: '@'.repeat(60), plans }]);
  assert.ok(drift && measure(drift.issue) <= 60_000, String(drift?.issue.length));
  const shown = drift.issue.match(/^#### /gm)?.length ?? 0;
  assert.ok(shown > 20 && drift.issue.includes(`\n… and ${400 - shown} units more: the log of the run has them\n`));
});
