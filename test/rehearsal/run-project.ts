import { join } from 'node:path';
import type { Credentials } from '#counter';
import { describeTools } from '#terragrunt';
import { describeCredentials } from './assume-role.ts';
import type { Environment, Rehearsal } from './rehearsal.ts';
import { type CommandOptions, runCommand } from './run-command.ts';

type ProjectOptions = Partial<Omit<CommandOptions, 'cwd' | 'signal'>> & {
  /** Default: those of the role that deploys. */
  readonly credentials?: Credentials;
};

/** Runs `cloud-resume` in an environment as a person or a pipeline does. `env` adds to its variables. */
export function runProject(
  rehearsal: Rehearsal,
  environment: Environment,
  args: readonly string[],
  options: ProjectOptions = {},
) {
  const program = join(environment.checkout, 'bin/cloud-resume.js');
  return run(rehearsal, environment, environment.checkout, process.execPath, [program, ...args], options);
}

/** Runs Terragrunt in an environment: over all its units, or in one. */
export function runTerragrunt(
  rehearsal: Rehearsal,
  environment: Environment,
  args: readonly string[],
  options: ProjectOptions = {},
  unit = '',
) {
  return run(
    rehearsal,
    environment,
    join(environment.checkout, 'infrastructure/live', environment.name, unit),
    'terragrunt',
    args,
    options,
  );
}

function run(
  { env: base, signal }: Rehearsal,
  { deployer }: Environment,
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
