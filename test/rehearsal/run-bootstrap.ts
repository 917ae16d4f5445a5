import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describeCredentials } from './assume-role.ts';
import { accountOwner } from './call-aws.ts';
import type { Rehearsal } from './rehearsal.ts';
import { runCommand } from './run-command.ts';

const repository = 'jane/cloud-resume';

/** Prepares the account as its owner, with the project's own command, and gives the state bucket's name; or undoes that. */
export async function runBootstrap(
  { env, signal }: Rehearsal,
  checkout: string,
  way: 'apply' | 'destroy',
): Promise<string> {
  const tools = join(checkout, '.local/tools');
  writeGh(tools);
  const said = await runCommand(
    process.execPath,
    [
      join(checkout, 'bin/cloud-resume.js'),
      'bootstrap',
      ...(way === 'destroy' ? ['--destroy'] : ['--email', 'jane@jane.example', '--repository', repository, '--github']),
      '--yes',
    ],
    {
      cwd: checkout,
      signal,
      env: {
        ...env,
        ...describeCredentials(accountOwner),
        PATH: [tools, env.PATH].join(delimiter),
        // Or nothing could be destroyed at the end.
        TF_VAR_protected: 'false',
        ...describeMirror(join(checkout, '.local/mirror'), env),
      },
    },
  );
  if (way === 'destroy') return '';
  const [, bucket = ''] = /^The state bucket (\S+) (?:was made|is there)\.$/m.exec(said) ?? [];
  assert.notEqual(bucket, '', said);
  const asked = readFileSync(join(tools, 'asked'), 'utf8');
  assert.match(asked, new RegExp(`variable set STATE_S3_BUCKET --repo ${repository} --body ${bucket}\\n`));
  assert.match(asked, /api --method PUT repos\/jane\/cloud-resume\/environments\/prod\n/);
  return bucket;
}

/** A `gh` that knows one repository and writes down what it was asked. */
function writeGh(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'gh');
  writeFileSync(
    file,
    `#!/bin/sh
echo "$*" >> "${join(folder, 'asked')}"
case "$*" in "api repos/${repository}") echo '{"id": 2, "owner": {"id": 1}}' ;; esac
`,
  );
  chmodSync(file, 0o755);
}

/**
 * Where this machine has the provider in a local mirror, for its own platform alone: has the checksums of all four platforms come from
 * that one. Elsewhere they come from the provider's registry.
 */
function describeMirror(folder: string, { TF_CLI_CONFIG_FILE: config }: NodeJS.ProcessEnv): Record<string, string> {
  const [, mirror] =
    /filesystem_mirror \{\s*path\s*=\s*"([^"]+)"/.exec(config ? readFileSync(config, 'utf8') : '') ?? [];
  if (mirror === undefined) return {};
  // host/namespace/type/version/platform
  const isPlatform = (path: string) => /^(?:[^/]+\/){4}[a-z\d]+_[a-z\d]+$/.test(path);
  const own = readdirSync(mirror, { encoding: 'utf8', recursive: true }).find(isPlatform) ?? '';
  for (const platform of ['linux_amd64', 'linux_arm64', 'darwin_amd64', 'darwin_arm64']) {
    const environment = join(folder, dirname(own), platform);
    mkdirSync(dirname(environment), { recursive: true });
    if (!existsSync(environment)) symlinkSync(join(mirror, own), environment);
  }
  return { TF_CLI_ARGS_providers_lock: `-fs-mirror=${folder}` };
}
