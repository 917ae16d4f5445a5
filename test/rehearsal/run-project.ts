import { join } from 'node:path';
import type { Credentials } from '#counter';
import { describeTools } from '#terragrunt';
import { describeCredentials } from './assume-role.ts';
import type { House, Place } from './house.ts';
import { type CommandOptions, runCommand } from './run-command.ts';

type ProjectOptions = Partial<Omit<CommandOptions, 'cwd' | 'signal'>> & {
  /** Default: those of the role that deploys. */
  readonly credentials?: Credentials;
};

/** Runs `cloud-resume` in a place as a person or a pipeline does. `env` adds to the environment. */
export function runProject(house: House, place: Place, args: readonly string[], options: ProjectOptions = {}) {
  const program = join(place.checkout, 'bin/cloud-resume.js');
  return run(house, place, place.checkout, process.execPath, [program, ...args], options);
}

/** Runs Terragrunt in a place: over all its units, or in one. */
export function runTerragrunt(
  house: House,
  place: Place,
  args: readonly string[],
  options: ProjectOptions = {},
  unit = '',
) {
  return run(house, place, join(place.checkout, 'infrastructure/live', place.name, unit), 'terragrunt', args, options);
}

function run(
  { env: base, signal }: House,
  { deployer }: Place,
  cwd: string,
  command: string,
  args: readonly string[],
  { credentials = deployer, env = {}, ...options }: ProjectOptions,
): Promise<string> {
  return runCommand(command, args, {
    ...options,
    cwd,
    signal,
    // What is run by hand has the environment that mise.toml gives, which is that of the commands.
    env: { ...(command === 'terragrunt' ? describeTools(base) : base), ...describeCredentials(credentials), ...env },
  });
}
