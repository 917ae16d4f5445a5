import { join, relative } from 'node:path';
import { buildDist } from '#build';
import { destroyEnvironment, type Environment, findEnvironment } from '#terragrunt';
import { accountHelp, defineCommand } from '../define-command.ts';
import { readSettingsFile } from '../read-ordinary-file.ts';
import { UserError } from '../user-error.ts';

/** Destroys all that an environment has on AWS, after a person has typed its name. */
export const destroy = defineCommand({
  name: 'destroy',
  otherNames: ['down', 'teardown', 'remove', 'delete'],
  audience: 'people',
  summary: 'Deletes an environment from AWS, with all that it holds',
  details: `Asks for the name of ENV to be typed, then has Terragrunt destroy what is there of it. Interrupted, it can
simply be run again. An environment whose env.hcl says protected is refused until that is lifted; the
command says how.

${accountHelp}`,
  operands: ['ENV'],
  options: { yes: { help: 'Destroys without asking, as in a pipeline.' } },
  async run({ options, operands }, shell) {
    const environment = await findEnvironment(shell.root, operands[0], 'destroy');
    const { name, folder } = environment;
    if ((await isProtected(environment)) && shell.env.TF_VAR_protected !== 'false')
      throw new UserError(explainProtection(name, relative(shell.root, folder)));
    if (!options.yes) {
      if (!shell.canAsk) throw new UserError('Not a terminal, so cannot ask. Add --yes to destroy without asking.', 2);
      shell.print(
        `This deletes all of ${name} for good: the site with its releases, its address, the API and the count.`,
      );
      if ((await shell.ask(`Write ${name} to destroy it: `)) !== name) throw new UserError('Nothing was destroyed.');
    }

    // The modules want to see a build, even to destroy what it was for.
    await buildDist(shell);
    await destroyEnvironment(environment, shell);
    return 0;
  },
});

// As the modules have it: without a word about it an environment is protected.
async function isProtected({ folder }: Environment): Promise<boolean> {
  const settings = await readSettingsFile(join(folder, 'env.hcl'));
  return !/^\s*protected\s*=\s*false\b/m.test(settings);
}

function explainProtection(name: string, folder: string): string {
  return `${name} is protected: its address and its count would be lost for good, so nothing was destroyed.
Lift the protection first, then destroy:
  (cd ${folder} && TF_VAR_protected=false terragrunt run --all -- apply)
  TF_VAR_protected=false npx cloud-resume destroy ${name}`;
}
