import { join } from 'node:path';
import { describeCredentials } from './assume-role.ts';
import { accountOwner } from './call-aws.ts';
import type { House } from './house.ts';
import { runCommand } from './run-command.ts';

/** Applies or destroys the bootstrap as the account's owner, by hand as its texts say, and gives the state bucket's name. */
export async function runBootstrap(
  { env, signal }: House,
  checkout: string,
  command: 'apply' | 'destroy',
): Promise<string> {
  const run = (...args: readonly string[]) =>
    runCommand('tofu', args, {
      cwd: join(checkout, 'infrastructure/bootstrap'),
      signal,
      env: {
        ...env,
        ...describeCredentials(accountOwner),
        TF_VAR_github_repository: 'jane/cloud-resume',
        TF_VAR_github_owner_id: '1',
        TF_VAR_github_repository_id: '2',
        TF_VAR_email: 'jane@jane.example',
        // Or it could not be destroyed at the end.
        TF_VAR_protected: 'false',
      },
    });
  if (command === 'apply') await run('init', '-no-color');
  await run(command, '-auto-approve', '-no-color');
  return command === 'apply' ? (await run('output', '-raw', 'state_bucket')).trim() : '';
}
