import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createBucket } from '#aws';
import { isThere, type Shell, showProgress, UserError } from '#cli';
import { findPart } from './find-part.ts';
import type { State } from './find-state.ts';
import { lockFile } from './lock-providers.ts';
import { captureTool, explainMissingTool, runTool } from './run-tool.ts';

/** What infrastructure/bootstrap is applied with: its variables. */
export type BootstrapSettings = {
  readonly name: string;
  readonly account_id: string;
  readonly region: string;
  readonly state_bucket: string;
  readonly environments: readonly string[];
  readonly email: string;
  readonly github_repository: string;
  readonly github_owner_id: number;
  readonly github_repository_id: number;
  readonly github_provider_arn: string;
  readonly domains: Readonly<Record<string, { readonly names: readonly string[]; readonly hosted_zone_id: string }>>;
  readonly dnssec_zone_ids: readonly string[];
};

/** What the state remembers of the last time. */
type Bootstrapped = {
  readonly settings: Partial<BootstrapSettings>;
  /** Whether the account's provider for GitHub's runs is ours. */
  readonly ownsProvider: boolean;
  readonly dsRecords: Readonly<Record<string, string>>;
};

const stateKey = 'bootstrap.tfstate';

/** Reads what an earlier bootstrap has left in the state bucket; nothing before the first. */
export async function readBootstrap(
  { bucket, region }: State,
  shell: Pick<Shell, 'env'>,
): Promise<Bootstrapped | undefined> {
  const found = await (await createBucket({ name: bucket, region }, shell.env)).read(stateKey).catch((error: Error) => {
    if ((error.cause as Error | undefined)?.name === 'NoSuchBucket') return undefined;
    throw error;
  });
  if (found === undefined) return undefined;
  const { outputs, resources } = JSON.parse(found.text) as {
    readonly outputs?: Readonly<Record<string, { readonly value: never } | undefined>>;
    readonly resources?: readonly { readonly type: string }[];
  };
  return {
    settings: outputs?.settings?.value ?? {},
    ownsProvider: resources?.some(({ type }) => type === 'aws_iam_openid_connect_provider') ?? false,
    dsRecords: outputs?.ds_records?.value ?? {},
  };
}

/** Applies infrastructure/bootstrap with its state in the state bucket, after a person has seen the plan and said yes. */
export async function applyBootstrap(
  settings: BootstrapSettings,
  { asks }: { readonly asks: boolean },
  shell: Shell,
): Promise<void> {
  const tofu = await begin(settings, shell);
  const known = await tofu.read('state', 'list');
  if (!known.split('\n').includes('aws_s3_bucket.state')) {
    await showProgress(
      shell,
      'Taking the bucket into the state',
      tofu.read('import', '-input=false', 'aws_s3_bucket.state', settings.state_bucket),
    );
  }
  if (asks) {
    await tofu.run('The plan failed; nothing was changed.', 'plan', '-input=false');
    const answer = await shell.ask(`\nApply this to the account ${settings.account_id}? Write yes: `);
    if (answer !== 'yes') throw new UserError('Nothing was changed.');
  }
  const failed =
    'Not all of it was made. OpenTofu says why above; what was made is kept, so run this again when it is mended.';
  await tofu.run(failed, 'apply', '-input=false', '-auto-approve');
}

/**
 * Destroys what bootstrap made, the state bucket last and with all that it remembers. The state moves to a file in the folder before,
 * because it cannot lie in a bucket that goes; interrupted, this goes on from there.
 */
export async function destroyBootstrap(settings: BootstrapSettings, shell: Shell): Promise<void> {
  const folder = findFolder(shell);
  const override = join(folder, 'backend_override.tf');
  if (!(await isThere(override))) {
    await begin(settings, shell);
    await writeFile(override, 'terraform {\n  backend "local" {}\n}\n');
  }
  const tofu = createTofu(settings, shell, { TF_VAR_protected: 'false' });
  await tofu.read('init', '-input=false', '-migrate-state', '-force-copy');
  const failed = 'Not all of it was destroyed. OpenTofu says why above; run this again when it is mended.';
  // So that the bucket may be emptied.
  await tofu.run(failed, 'apply', '-input=false', '-auto-approve', '-target=aws_s3_bucket.state');
  await tofu.run(failed, 'destroy', '-input=false', '-auto-approve');
  for (const made of ['backend_override.tf', 'terraform.tfstate', 'terraform.tfstate.backup', '.terraform']) {
    await rm(join(folder, made), { recursive: true, force: true });
  }
}

/** Initializes the folder for this account's state. What earlier versions kept in a file here moves into the bucket. */
async function begin(settings: BootstrapSettings, shell: Shell): Promise<Tofu> {
  const { state_bucket: bucket, region } = settings;
  const tofu = createTofu(settings, shell);
  const backend = [`-backend-config=bucket=${bucket}`, `-backend-config=region=${region}`];
  const folder = findFolder(shell);
  // A folder that was last used for another account must not carry that one's state over.
  const isFile =
    (await isThere(join(folder, 'terraform.tfstate'))) &&
    !(await isThere(join(folder, '.terraform/terraform.tfstate')));
  const lock = join(shell.root, lockFile);
  if (await isThere(lock)) await copyFile(lock, join(folder, '.terraform.lock.hcl'));
  const way = isFile ? ['-migrate-state', '-force-copy'] : ['-reconfigure'];
  await showProgress(shell, 'Preparing OpenTofu', tofu.read('init', '-input=false', ...way, ...backend));
  return tofu;
}

type Tofu = {
  /** Runs it in the open. */
  run(failed: string, ...args: readonly string[]): Promise<void>;
  /** Runs it aside and gives what it printed. */
  read(...args: readonly string[]): Promise<string>;
};

function createTofu(settings: BootstrapSettings, shell: Shell, more: Readonly<Record<string, string>> = {}): Tofu {
  const variables = Object.entries(settings).map(([name, value]) => [
    `TF_VAR_${name}`,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const options = { cwd: findFolder(shell), env: { ...shell.env, ...Object.fromEntries(variables), ...more } };
  return {
    async run(failed, ...args) {
      const { ok, isMissing } = await runTool('tofu', args, options);
      if (!ok) throw new UserError(isMissing ? explainMissingTool('tofu') : failed);
    },
    async read(...args) {
      const { ok, isMissing, stdout, stderr } = await captureTool(
        'tofu',
        [...args, ...(args[0] === 'state' ? [] : ['-no-color'])],
        options,
      );
      // Before the first apply there is no state to list.
      if (ok || /No state file was found/.test(stderr)) return stdout;
      throw new UserError(
        isMissing
          ? explainMissingTool('tofu')
          : `OpenTofu failed at "tofu ${args[0]}". It says:\n${(stderr || stdout).trim()}`,
      );
    },
  };
}

function findFolder({ root }: Pick<Shell, 'root'>): string {
  return findPart(root, 'bootstrap');
}
