import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shell } from '#cli';
import { showProgress } from '#cli';
import type { Unit, UnitPlan } from '#plans';
import type { Environment } from './find-environment.ts';
import { listUnits, planEnvironment } from './plan-environment.ts';

export type PlannedEnvironment = {
  readonly name: string;
  readonly units: readonly Unit[];
  /** In the order of the units. */
  readonly plans: readonly UnitPlan[];
};

/** Plans all units of environments to look at, not to apply: nothing is locked, and no plan is kept. */
export async function planEnvironments(
  environments: readonly Environment[],
  shell: Shell,
): Promise<readonly PlannedEnvironment[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cloud-resume-plans-'));
  try {
    const planned: PlannedEnvironment[] = [];
    for (const environment of environments) {
      const { name } = environment;
      const units = await listUnits(environment, shell);
      const options = { units, folder: join(folder, name), locks: false };
      const plans = await showProgress(shell, `Planning ${name}`, planEnvironment(environment, options, shell));
      planned.push({ name, units, plans });
    }
    return planned;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
