import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findPort } from '../rehearsal/find-port.ts';
import { runCommand, startCommand } from '../rehearsal/run-command.ts';

type Registry = {
  readonly url: string;
  /** What npm needs in its environment to ask this registry for everything. */
  readonly env: Readonly<Record<string, string>>;
};

type RegistryOptions = {
  /** Where it keeps what is published. */
  readonly folder: string;
  /** Where it is installed, from one rehearsal to the next. */
  readonly cache: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
};

// Verdaccio asks for a tag of node-fetch that not every mirror has.
const manifest = { private: true, dependencies: { verdaccio: '6.10.4' }, overrides: { 'node-fetch': '2.7.0' } };

/** Starts a registry on this machine: it keeps both packages of this repository and passes on what is asked of others. */
export async function startRegistry({ folder, cache, env, signal }: RegistryOptions): Promise<Registry> {
  const home = join(cache, `verdaccio-${manifest.dependencies.verdaccio}`);
  const program = join(home, 'node_modules/verdaccio/bin/verdaccio');
  mkdirSync(home, { recursive: true });
  if (!existsSync(program)) {
    writeFileSync(join(home, 'package.json'), JSON.stringify(manifest));
    await runCommand('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: home, env, signal });
  }
  const ask = (name: string) =>
    execFileSync('npm', ['config', 'get', name], { cwd: home, env, encoding: 'utf8' }).trim();
  const cafile = ask('cafile');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'config.yaml'),
    `storage: ${join(folder, 'storage')}
auth:
  htpasswd:
    file: ${join(folder, 'htpasswd')}
    max_users: -1
uplinks:
  upstream:
    url: ${ask('registry')}
    cache: true
    timeout: 60s
packages:
  cloud-resume: { access: $all, publish: $all }
  create-cloud-resume: { access: $all, publish: $all }
  '**': { access: $all, proxy: upstream }
max_body_size: 100mb
log: { type: stdout, format: json, level: error }
`,
  );
  const port = await findPort();
  const running = startCommand(
    process.execPath,
    [program, '--config', 'config.yaml', '--listen', `127.0.0.1:${port}`],
    {
      cwd: folder,
      env: { ...env, ...(!['', 'null', 'undefined'].includes(cafile) && { NODE_EXTRA_CA_CERTS: cafile }) },
      signal,
    },
  );
  const url = `http://127.0.0.1:${port}/`;
  let isOver = false;
  void running.ended.finally(() => {
    isOver = true;
  });
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (isOver || tries > 300) throw new Error(`The registry did not start:\n${running.output()}`);
    await pause(200, undefined, { signal });
  }
  return {
    url,
    env: {
      npm_config_registry: url,
      // npm publishes with a token alone; here any will do.
      [`npm_config_//127.0.0.1:${port}/:_authToken`]: 'rehearsal',
    },
  };
}

function answers(url: string): Promise<boolean> {
  return fetch(`${url}-/ping`).then(
    ({ ok }) => ok,
    () => false,
  );
}
