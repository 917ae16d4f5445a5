import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What takes the place of GitHub's machine, and how it differs. */
export const standIns: readonly string[] = [
  'act runs the workflow on this machine; GitHub\u2019s API, identities (OIDC) and pull requests are played by servers of the rehearsal.',
  'actions/checkout: act copies the commit. setup-node and mise-action: Node and the tools of this machine.',
  'configure-aws-credentials: asks the emulator for the role with a token whose subject follows from event and environment.',
  'npm ci: links the packages of this checkout instead of downloading them.',
  'npm test and npm run check:infrastructure run whole in the first run, or as far as words say; later runs repeat the tests of src/visits and src/counter alone.',
  'npm run smoke: the name of the distribution leads to `cloud-resume preview --aws`, which serves what CloudFront would.',
];

export type StandIns = {
  /** `owner/name@ref=folder` for each action. */
  readonly actions: readonly string[];
  /** Which tests `npm test` runs from now on; nothing for all, and for the checks of the infrastructure too. */
  narrow(words: readonly string[]): void;
};

const credentials = `const { appendFileSync } = require('node:fs');
const { env } = process;
(async () => {
  const job = new URLSearchParams({ job: env.GITHUB_JOB, event: env.GITHUB_EVENT_NAME, ref: env.GITHUB_REF });
  const vouched = await fetch(env.ACTIONS_ID_TOKEN_REQUEST_URL + '?' + job);
  if (!vouched.ok) throw new Error('The job has no permission id-token: write.');
  const { value } = await vouched.json();
  const role = env['INPUT_ROLE-TO-ASSUME'];
  const form = { Action: 'AssumeRoleWithWebIdentity', Version: '2011-06-15', RoleArn: role, RoleSessionName: 'pipeline', WebIdentityToken: value };
  const answer = await fetch(env.AWS_ENDPOINT_URL, { method: 'POST', body: new URLSearchParams(form) });
  const xml = await answer.text();
  if (!answer.ok) throw new Error(role + ' is not lent: ' + xml);
  const read = (name) => new RegExp('<' + name + '>([^<]*)<').exec(xml)[1];
  appendFileSync(env.GITHUB_ENV, 'AWS_ACCESS_KEY_ID=' + read('AccessKeyId') + '\\nAWS_SECRET_ACCESS_KEY=' + read('SecretAccessKey') + '\\nAWS_SESSION_TOKEN=' + read('SessionToken') + '\\n');
  console.log('Lent ' + role);
})().catch((fault) => { console.error(fault); process.exitCode = 1; });
`;

const writeNpm = (
  project: string,
  real: string,
  narrowed: string,
) => `const { execFileSync, spawnSync } = require('node:child_process');
const { mkdirSync, readFileSync, readdirSync } = require('node:fs');
const args = process.argv.slice(2);
const env = { ...process.env };
const words = readFileSync(${JSON.stringify(narrowed)}, 'utf8').split(' ').filter(Boolean);
(async () => {
  const line = args.join(' ');
  if (line === 'ci') {
    // Tests may be running there, and change what they keep beside the packages. Of that, the browser is enough.
    const packages = ${JSON.stringify(join(project, 'node_modules'))};
    const names = readdirSync(packages).filter((name) => name !== '.cache');
    mkdirSync('node_modules/.cache', { recursive: true });
    spawnSync('cp', ['-al', packages + '/.cache/chromium', 'node_modules/.cache']);
    return execFileSync('cp', ['-al', ...names.map((name) => packages + '/' + name), 'node_modules']);
  }
  if (line === 'test' || line === 'run check:infrastructure') {
    // GitHub's machine knows no emulator.
    for (const name of Object.keys(env)) if (/^(AWS_(?!REGION)|NODE_EXTRA_CA_CERTS|ACTIONS_)/.test(name)) delete env[name];
    if (words.length > 0 && line !== 'test') return console.log('Left out of this run.');
    if (words.length > 0) args.push('--', ...words);
  }
  if (line === 'run smoke') {
    if (!env.SITE_URL) throw new Error('SITE_URL is not set.');
    const { url, caFile } = await (await fetch(env.DESK_URL + '/site?url=' + encodeURIComponent(env.SITE_URL))).json();
    console.log(env.SITE_URL + ' is ' + url + ' here.');
    Object.assign(env, { SITE_URL: url, SITE_CA: caFile });
  }
  process.exitCode = spawnSync(${JSON.stringify(real)}, args, { stdio: 'inherit', env }).status ?? 1;
})().catch((fault) => { console.error(fault); process.exitCode = 1; });
`;

/** Writes the stand-ins for the actions that a workflow uses, and for npm, into a folder. */
export function writeStandIns(project: string, folder: string, path: string): StandIns {
  const bin = join(folder, 'bin');
  const narrowed = join(folder, 'words');
  const real = execFileSync('which', ['npm'], { env: { PATH: path }, encoding: 'utf8' }).trim();
  mkdirSync(bin, { recursive: true });
  const script = join(folder, 'npm.js');
  writeFileSync(script, writeNpm(project, real, narrowed));
  // Whatever else it is asked, npm itself takes the place of this, so that signals reach it.
  const special = "'ci' | 'test' | 'run check:infrastructure' | 'run smoke'";
  const choose = `#!/bin/sh\ncase "$*" in\n  ${special}) exec node ${script} "$@" ;;\n  *) exec ${real} "$@" ;;\nesac\n`;
  writeFileSync(join(bin, 'npm'), choose);
  chmodSync(join(bin, 'npm'), 0o755);
  const addPath = `require('node:fs').appendFileSync(process.env.GITHUB_PATH, ${JSON.stringify(`${bin}\n`)});`;
  const scripts: Readonly<Record<string, string>> = {
    'actions/setup-node': addPath,
    'aws-actions/configure-aws-credentials': credentials,
  };
  const workflow = readFileSync(join(project, '.github/workflows/pipeline.yaml'), 'utf8');
  const uses = new Set([...workflow.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action));
  const actions = [...uses].map((action) => {
    const [name = ''] = action.split('@');
    const place = join(folder, 'actions', name);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'action.yml'), `name: ${name}\nruns:\n  using: node24\n  main: index.js\n`);
    writeFileSync(join(place, 'index.js'), scripts[name] ?? '');
    return `${action}=${place}`;
  });
  const narrow = (words: readonly string[]) => writeFileSync(narrowed, words.join(' '));
  narrow([]);
  return { actions, narrow };
}
