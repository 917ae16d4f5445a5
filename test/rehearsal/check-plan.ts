import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gapAlarm } from './emulator-gaps.ts';
import type { Environment, Rehearsal } from './rehearsal.ts';
import { runTerragrunt } from './run-project.ts';

type Change = {
  readonly address: string;
  readonly change: { readonly actions: readonly string[]; readonly before: unknown; readonly after: unknown };
};

/** Plans what was just deployed: nothing may be wanted, but for the emulator's alarm. */
export async function checkPlan(rehearsal: Rehearsal, environment: Environment): Promise<void> {
  const folder = mkdtempSync(join(environment.checkout, 'plans-'));
  await runTerragrunt(rehearsal, environment, [
    'run',
    '--all',
    '--non-interactive',
    '--json-out-dir',
    folder,
    '--',
    'plan',
  ]);
  const plans = globSync(join(folder, '**/*.json'));
  assert.equal(plans.length, 5, 'There must be one plan for each of the five units.');
  const wanted = plans.flatMap((file) =>
    readChanges(file).map(({ address, change: { actions, before, after } }) => ({
      what: `${basename(dirname(file))}: ${actions.join('+')} ${address}`,
      attributes: listDifferences(before, after).map((path) => path.split('.').at(-1) ?? ''),
    })),
  );
  const others = wanted.filter(
    ({ what, attributes }) =>
      what !== `cloudwatch: update ${gapAlarm.address}` ||
      attributes.some((attribute) => !gapAlarm.attributes.includes(attribute)),
  );
  assert.deepEqual(others, []);
}

function readChanges(file: string): readonly Change[] {
  const { resource_changes: changes = [] } = JSON.parse(readFileSync(file, 'utf8')) as { resource_changes?: Change[] };
  return changes.filter(({ change }) => !['no-op', 'read'].includes(change.actions.join('+')));
}

/** Where two values differ: `a.0.b`. */
function listDifferences(before: unknown, after: unknown, path: readonly string[] = []): readonly string[] {
  if (!isObject(before) || !isObject(after)) return Object.is(before, after) ? [] : [path.join('.')];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => listDifferences(before[key], after[key], [...path, key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
