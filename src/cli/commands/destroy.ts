import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildDist } from '#build';
import { type Environment, explainMissing, findEnvironment, requireStateBucket, runTool } from '#terragrunt';
import type { Input } from '../command.ts';
import type { ExitCode, Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';

/** Destroys all that an environment has on AWS, after a person has typed its name. */
export async function runDestroy({ options, operands }: Input, shell: Shell): Promise<ExitCode> {
  const environment = await findEnvironment(shell.root, operands[0], 'destroy');
  const { name, folder } = environment;
  requireStateBucket(shell.env);
  if ((await isProtected(environment)) && shell.env.TF_VAR_protected !== 'false')
    throw new UserError(explainProtection(name, relative(shell.root, folder)));
  if (!options.has('yes')) {
    if (!shell.canAsk) throw new UserError('Nobody is here to confirm. Add --yes to destroy without being asked.', 2);
    shell.print(
      `This deletes all of ${name} for good: the site with its releases, its address, the API and the count.`,
    );
    if ((await shell.ask(`Write ${name} to destroy it: `)) !== name) throw new UserError('Nothing was destroyed.');
  }

  // The modules want to see a build, even to destroy what it was for.
  await buildDist(shell);
  const args = ['run', '--all', '--non-interactive', '--', 'destroy'];
  const { ok, isMissing } = await runTool('terragrunt', args, { cwd: folder, env: shell.env });
  if (!ok) {
    const failed = `Not all of ${name} was destroyed. Terragrunt says why above; run this again when it is mended.`;
    throw new UserError(isMissing ? explainMissing('terragrunt') : failed);
  }
  shell.print(`${shell.paint('good', 'Destroyed')} ${name}. Its state stays in ${shell.env.STATE_S3_BUCKET}, empty.`);
  return 0;
}

// As the modules have it: without a word about it an environment is protected.
async function isProtected({ folder }: Environment): Promise<boolean> {
  const settings = await readFile(join(folder, 'env.hcl'), 'utf8').catch(() => '');
  return !/^\s*protected\s*=\s*false\b/m.test(settings);
}

function explainProtection(name: string, folder: string): string {
  return `${name} is protected: its address and its count would be lost for good, so nothing was destroyed.
Lift the protection first, then destroy:
  (cd ${folder} && TF_VAR_protected=false terragrunt run --all -- apply)
  TF_VAR_protected=false npx cloud-resume destroy ${name}`;
}
