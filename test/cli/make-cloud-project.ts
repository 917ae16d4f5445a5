import { chmod, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'node:test';
import { type Aws, bucketName, startAws } from '../publish/start-aws.ts';
import { jane, makeProject } from './make-project.ts';
import { type Ran, runCli, spawnCli } from './run-cli.ts';

const units = ['api_gateway-lambda', 'cloudwatch', 'dynamodb', 's3-cloudfront', 'sns'];

// What was asked of a tool goes into a file; what it answers, and how it ends, is in others.
const tool = (name: string, shown: string) => `#!/bin/sh
log=$(dirname "$0")/../asked
echo "${name} $* in $(basename "$PWD")${shown}" >> "$log"
case "$1" in --version) kind=version ;; output) kind=output ;; *) kind=run ;; esac
cat "$(dirname "$0")/../answers/${name}-$kind" 2>/dev/null
cat "$(dirname "$0")/../answers/${name}-$kind-error" 1>&2 2>/dev/null && exit 1
exit 0
`;

/** A project with two environments, tools that stand in for the real ones, and an AWS that stands in for the real one. */
export type CloudProject = {
  readonly cwd: string;
  readonly aws: Aws;
  /** The environment in which the tools and AWS are found. */
  readonly env: Readonly<Record<string, string>>;
  run(line: string, env?: Readonly<Record<string, string>>): Promise<Ran>;
  /** The same in a process of its own, with what its tools print. */
  spawn(line: string, env?: Readonly<Record<string, string>>): Promise<Ran>;
  /** What the tools were asked to do, in order. */
  readAsked(): Promise<readonly string[]>;
};

/** Makes such a project, gone after the test; `files` are added to it, and take the place of its own. */
export async function makeCloudProject(
  context: TestContext,
  files: Readonly<Record<string, string>> = {},
): Promise<CloudProject> {
  const aws = await startAws(context);
  const outputs = { url: 'https://site.example', bucket: bucketName, region: 'eu-central-1', distribution_id: 'E1' };
  const environments = ['dev', 'prod'].flatMap((name) => [
    [`infrastructure/live/${name}/env.hcl`, `locals {\n  protected = ${name === 'prod'}\n}\n`],
    ...units.map((unit) => [`infrastructure/live/${name}/${unit}/terragrunt.hcl`, '']),
  ]);
  const cwd = await makeProject(context, {
    'resume.yaml': jane,
    'mise.toml': '[tools]\nopentofu = "1.12.6"\nterragrunt = "1.1.3"\n',
    ...Object.fromEntries(environments),
    'bin/terragrunt': tool('terragrunt', ''),
    'bin/tofu': tool('tofu', ''),
    'bin/npm': tool('npm', ' for $SITE_URL'),
    'answers/terragrunt-output': JSON.stringify(
      Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { value }])),
    ),
    'answers/terragrunt-version': 'terragrunt version 1.1.3\n',
    'answers/tofu-version': 'OpenTofu v1.12.6\n',
    asked: '',
    ...files,
  });
  for (const name of ['terragrunt', 'tofu', 'npm']) await chmod(join(cwd, 'bin', name), 0o755);
  const env = {
    PATH: [join(cwd, 'bin'), process.env.PATH].join(delimiter),
    STATE_S3_BUCKET: bucketName,
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    XDG_CACHE_HOME: join(cwd, '.cache'),
  };
  return {
    cwd,
    aws,
    env,
    run: (line, more = {}) => runCli(line.split(' '), { cwd, env: { ...env, ...more } }),
    spawn: (line, more = {}) => spawnCli(line.split(' '), { cwd, env: { ...env, ...more } }),
    readAsked: async () =>
      (await readFile(join(cwd, 'asked'), 'utf8'))
        .split('\n')
        // That the provider is there before units start is nothing that a command says.
        .filter((line) => line !== '' && !line.includes(' in cloud-resume-provider-')),
  };
}
