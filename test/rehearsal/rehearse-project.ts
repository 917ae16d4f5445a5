import { cpSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assumeRole } from './assume-role.ts';
import { deployEnvironment } from './deploy-environment.ts';
import { findPort } from './find-port.ts';
import type { Rehearsal } from './rehearsal.ts';
import { runBootstrap } from './run-bootstrap.ts';
import { runProject } from './run-project.ts';
import type { RehearsalOptions } from './run-rehearsal.ts';
import { startEmulator } from './start-emulator.ts';

const left = ['node_modules', '.git', '.local', 'dist', '.terragrunt-cache', '.terraform'];

/** Deploys a copy of somebody's project to an emulated AWS: account, infrastructure, site, smoke test; then takes all of it away. */
export async function rehearseProject(options: RehearsalOptions): Promise<void> {
  const { project, workbench, ministack, env, report, signal } = options;
  const { need } = report;
  const folder = join(workbench, 'project');
  cpSync(project, folder, { recursive: true, filter: (path) => path === project || !left.includes(basename(path)) });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  // Where the rehearsal of a checkout looks for the program.
  symlinkSync(join(project, 'node_modules/cloud-resume/bin'), join(folder, 'bin'));
  const emulator = await need('MiniStack starts with IAM enforced', async () =>
    startEmulator({
      folder: join(workbench, 'emulator'),
      port: await findPort(),
      env,
      cache: join(project, 'node_modules/.cache/rehearsal'),
      signal,
      program: ministack,
    }),
  );
  const bare: Rehearsal = { emulator, env: { ...env, ...emulator.env }, signal };
  const bucket = await need('bootstrap: state bucket, roles, budget', () => runBootstrap(bare, folder, 'apply'));
  const rehearsal: Rehearsal = { ...bare, env: { ...bare.env, STATE_S3_BUCKET: bucket } };
  const deployer = await need('apply-dev is lent', () => assumeRole(emulator.aws, 'cloud-resume-apply-dev'));
  const environment = { name: 'dev', checkout: folder, deployer } as const;
  await need('npx cloud-resume deploy dev: infrastructure, site, smoke test', () =>
    deployEnvironment(rehearsal, environment),
  );
  await need('npx cloud-resume destroy dev', () => runProject(rehearsal, environment, ['destroy', 'dev', '--yes']));
}
