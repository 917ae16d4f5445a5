import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Shell, showProgress, UserError } from '#cli';
import { readPlan, type TofuPlan, type Unit, type UnitPlan } from '#plans';
import type { Environment } from './find-environment.ts';
import { prepareProviders } from './prepare-providers.ts';
import { askTerragrunt } from './run-terragrunt.ts';
import { hideEmail, type ToolOutput } from './run-tool.ts';

type PlanOptions = {
  readonly units: readonly Unit[];
  /** An absolute path: the plans are kept there, to be applied. They hold secrets. */
  readonly folder: string;
  /** Whether others are kept from changing the state meanwhile. Without it a role that may only read can plan. */
  readonly locks: boolean;
};

/** Has Terragrunt plan units of an environment, or says why it can't. What it prints is not shown: it is not written for everybody. */
export async function planEnvironment(
  environment: Environment,
  { units, folder, locks }: PlanOptions,
  shell: Pick<Shell, 'env'>,
): Promise<readonly UnitPlan[]> {
  const { name, folder: cwd } = environment;
  await prepareProviders(environment, shell);
  const args = [
    ...['run', '--all', '--non-interactive', ...units.flatMap((unit) => ['--filter', `./${unit.name}`])],
    ...['--out-dir', folder, '--json-out-dir', folder, '--', 'plan', '-input=false', ...(locks ? [] : ['-lock=false'])],
  ];
  const ran = await askTerragrunt(cwd, args, shell.env);
  if (!ran.ok) throw new UserError(hideEmail(explain(ran, `The plan for ${name} failed; nothing was changed.`), shell));
  const plans = units.map(async (unit) => readPlan(unit.name, await readJson(join(folder, unit.name, 'tfplan.json'))));
  return Promise.all(plans);
}

/** Asks Terragrunt for the units of an environment and what they depend on. */
export async function listUnits({ name, folder }: Environment, shell: Pick<Shell, 'env'>): Promise<readonly Unit[]> {
  const ran = await askTerragrunt(folder, ['find', '--dag', '--dependencies', '--json'], shell.env);
  if (!ran.ok) throw new UserError(hideEmail(explain(ran, `The units of ${name} cannot be read.`), shell));
  const found = JSON.parse(ran.stdout) as readonly {
    readonly path: string;
    readonly dependencies?: readonly string[];
  }[];
  return found.map(({ path, dependencies = [] }) => ({ name: path, dependencies }));
}

function explain({ stderr }: ToolOutput, text: string): string {
  const lines = stderr.split('\n').filter((line) => !/^[\d:.]+ (INFO|STDOUT|WARN) /.test(line) && line.trim() !== '');
  return `${text} Terragrunt says:\n${[...new Set(lines)].slice(-40).join('\n')}`;
}

async function readJson(path: string): Promise<TofuPlan> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as TofuPlan;
  } catch (error) {
    throw new Error(`Terragrunt wrote no plan to ${path}. Check that mise install brought the version in mise.toml.`, {
      cause: error,
    });
  }
}

/** An environment with the plan of each of its units. */
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
