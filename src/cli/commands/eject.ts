import { ejectInfrastructure } from '#project';
import { defineCommand } from '../define-command.ts';
import { printable } from '../printable.ts';
import { UserError } from '../user-error.ts';

/** Makes a part of the package the project's own. */
export const eject = defineCommand({
  name: 'eject',
  otherNames: ['copy-infrastructure'],
  audience: 'people',
  summary: 'Copies the infrastructure from the package into this project',
  details: `eject infrastructure copies modules, units and bootstrap into infrastructure/, and points root.hcl and live/
to them. From then on they are yours: upgrade leaves them alone.`,
  operands: ['infrastructure'],
  options: {},
  async run({ operands: [what] }, shell) {
    if (what !== 'infrastructure') {
      const remedy = 'Write npx cloud-resume eject infrastructure.';
      throw new UserError(
        what === undefined ? `Say what to eject. ${remedy}` : `"${printable(what)}" cannot be ejected. ${remedy}`,
        2,
      );
    }
    const paths = await ejectInfrastructure(shell.root);
    shell.print(`${shell.paint('good', 'Ejected')}:\n${paths.map((path) => `  ${path}`).join('\n')}`);
    return 0;
  },
});
