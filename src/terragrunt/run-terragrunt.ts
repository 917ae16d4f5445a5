import { type Shell, UserError } from '#cli';
import { captureTool, explainMissingTool, runTool, type ToolOutput } from './run-tool.ts';

/** Runs Terragrunt with this terminal. Throws a `UserError` when it fails, which says `failed`, and when it is not installed. */
export async function runTerragrunt(
  folder: string,
  args: readonly string[],
  env: Shell['env'],
  failed: string,
): Promise<void> {
  const { ok, isMissing } = await runTool('terragrunt', args, { cwd: folder, env });
  if (!ok) throw new UserError(isMissing ? explainMissingTool('terragrunt') : failed);
}

/** Runs Terragrunt aside and gives what it printed. Throws a `UserError` when it, or OpenTofu behind it, is not installed. */
export async function askTerragrunt(folder: string, args: readonly string[], env: Shell['env']): Promise<ToolOutput> {
  const plain = { ...env, TG_NO_COLOR: 'true', TG_NON_INTERACTIVE: 'true' };
  const ran = await captureTool('terragrunt', args, { cwd: folder, env: plain });
  if (ran.isMissing) throw new UserError(explainMissingTool('terragrunt'));
  if (!ran.ok && /executable file not found/.test(ran.stderr)) throw new UserError(explainMissingTool('tofu'));
  return ran;
}
