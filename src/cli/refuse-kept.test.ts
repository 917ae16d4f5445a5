import assert from 'node:assert/strict';
import test from 'node:test';
import { commands } from './commands/index.ts';
import { readArguments } from './read-arguments.ts';

type Env = Readonly<Record<string, string>>;

async function read([name = '', ...args]: readonly string[], env: Env) {
  const command = await commands[name]?.();
  assert.ok(command);
  return readArguments(args, command, env);
}

// What npm 11 gives its scripts.
const kept: readonly (readonly [typed: string, got: readonly string[], env: Env, says: string])[] = [
  [
    'npm start --port 4001',
    ['preview', '4001'],
    { npm_command: 'start', npm_lifecycle_event: 'start', npm_config_port: 'true' },
    'npm kept --port for itself. Write -- before all options: npm start -- --port PORT.',
  ],
  [
    'npm run show --port=4001 --no-open',
    ['preview'],
    { npm_command: 'run', npm_lifecycle_event: 'show', npm_config_port: '4001', npm_config_open: '' },
    'npm kept --port and --no-open for itself. Write -- before all options: npm run show -- --port PORT --no-open.',
  ],
  [
    'npm exec cloud-resume stats import --start-at=7',
    ['stats import'],
    { npm_command: 'exec', npm_lifecycle_event: 'npx', npm_config_start_at: '7' },
    'npm kept --start-at for itself. Write -- before all options: npm exec cloud-resume stats import -- --start-at N.',
  ],
  [
    'npm create cloud-resume my-resume --from resume.json --name Jane',
    ['init', 'my-resume', 'resume.json', 'Jane'],
    { npm_command: 'init', npm_lifecycle_event: 'npx', npm_config_from: 'true', npm_config_name: 'true' },
    'npm kept --name and --from for itself. Write -- before all options: npm create cloud-resume my-resume -- --name NAME --from FILE.',
  ],
];

for (const [typed, got, env, message] of kept) {
  test(`options that npm kept for itself are not lost in silence: ${typed}`, () =>
    assert.rejects(read(got, env), { message, exitCode: 2 }));
}

const harmless: readonly (readonly [what: string, got: readonly string[], env: Env])[] = [
  ['a setting of npm', ['init'], { npm_command: 'init', npm_config_yes: 'true', npm_config_force: 'true' }],
  ['an option that stands there too', ['preview', '--port', '80'], { npm_command: 'start', npm_config_port: '80' }],
  ['an option of another command', ['check'], { npm_command: 'run', npm_config_port: '80' }],
  ['help', ['preview', '--help'], { npm_command: 'start', npm_config_port: '80' }],
  ['a setting where npm runs nothing', ['preview'], { npm_config_port: '80' }],
];

for (const [what, got, env] of harmless) {
  test(`${what} is none of those`, () => assert.doesNotReject(read(got, env)));
}
