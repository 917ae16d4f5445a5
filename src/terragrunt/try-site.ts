import { join } from 'node:path';
import { isThere, type Shell, UserError } from '#cli';
import { runTool } from './run-tool.ts';

/** Runs the smoke test against an address; whether it passed. Another address in SITE_URL, such as that of `preview --aws`, wins. */
export async function trySite(url: string, shell: Shell): Promise<boolean> {
  const env = { ...shell.env, SITE_URL: shell.env.SITE_URL || url };
  if (env.SITE_URL !== url) shell.print(`\nSITE_URL has the smoke test try ${env.SITE_URL} instead of ${url}.`);
  const { ok } = await runTool('npm', ['run', 'smoke'], { cwd: shell.root, env });
  if (ok || (await isThere(join(shell.root, 'node_modules')))) return ok;
  throw new UserError(
    'The smoke test cannot run: nothing is installed in this folder. Run npm install, then this again.',
  );
}
