import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { unpackChromium } from '../browser/unpack-chromium.ts';
import { findPort } from '../rehearsal/find-port.ts';
import { runCommand, startCommand } from '../rehearsal/run-command.ts';
import type { RehearsalOptions } from '../rehearsal/run-rehearsal.ts';
import { publish, publishNext } from './publish-version.ts';
import { startRegistry } from './start-registry.ts';
import { otherNodes, tryNode } from './try-other-nodes.ts';

/** From two tarballs to a project that is deployed and upgraded, with a registry and an AWS of this machine alone. */
export async function rehearsePackage(options: RehearsalOptions): Promise<void> {
  const { project, workbench, env: plain, report, signal } = options;
  const { need, prove } = report;
  const cache = join(project, 'node_modules/.cache/rehearsal');
  const packages = join(workbench, 'packages');

  const [engine = '', create = ''] = await need('npm pack makes both packages', async () =>
    (await runCommand(process.execPath, ['package/pack.ts', packages], { cwd: project, env: plain, signal }))
      .trim()
      .split('\n')
      .slice(-2),
  );
  await prove('the package holds what a project needs, and nothing else', async () => checkContents(engine));
  const registry = await need('a registry starts on this machine', () =>
    startRegistry({ folder: join(workbench, 'registry'), cache, env: plain, signal }),
  );
  const chromium = await unpackChromium();
  // A cache of its own: the packages have the same version in every rehearsal.
  const npm = { ...registry.env, npm_config_cache: join(workbench, 'npm') };
  const env: NodeJS.ProcessEnv = { ...plain, ...npm, ...chromium.env, CHROME: chromium.executablePath };
  const run = (command: string, args: readonly string[], cwd: string, code = 0) =>
    runCommand(command, args, { cwd, env, signal, code });
  await need('both are published to it', async () => {
    for (const tarball of [engine, create]) await publish({ tarball, folder: workbench, env, signal });
  });

  const home = join(workbench, 'home');
  mkdirSync(home);
  const folder = join(home, 'my-resume');
  await need('npm create cloud-resume my-resume', async () => {
    const said = await run(
      'npm',
      ['create', '--yes', 'cloud-resume', 'my-resume', '--', '--name', 'Jane Doe', '--yes'],
      home,
    );
    assert.match(said, /Wrote \d+ files into my-resume\/\.[\s\S]*cd my-resume\n {2}npm install\n {2}npm start/);
  });
  await need('npm install', () => run('npm', ['install', '--no-audit', '--no-fund'], folder));
  await prove('the installed project has 150 MB at most', async () => {
    const [megabytes = ''] = execFileSync('du', ['-sm', join(folder, 'node_modules')], { encoding: 'utf8' }).split(
      '\t',
    );
    assert.ok(Number(megabytes) <= 150, `It has ${megabytes} MB.`);
  });
  await prove('npm test: check, build, and a look at the page in a browser', async () => {
    const said = await run('npm', ['test'], folder);
    assert.match(said, /^(#|ℹ) fail 0$/m);
    assert.match(said, /^(#|ℹ) skipped 0$/m);
  });

  for (const version of otherNodes) {
    await prove(`check, build, pdf and init run on Node ${version}`, () =>
      tryNode(version, { folder, cache, env, signal }),
    );
  }
  await prove('npm start shows the site and counts a visit', () => tryPreview({ ...options, env }, folder));
  await prove('npm create begins with the résumé that one has', async () => {
    const old = join(project, 'test/fixtures/formats/rendercv.yaml');
    await run('npm', ['create', '--yes', 'cloud-resume', 'another', '--', '--from', old, '--yes'], home);
    assert.match(readFileSync(join(home, 'another/resume.yaml'), 'utf8'), /name: Ida Probe/);
  });
  await prove('a résumé of every known format is imported, and passes check', async () => {
    const fixtures = join(project, 'test/fixtures/formats');
    for (const name of readdirSync(fixtures).filter((one) => !one.endsWith('.ts'))) {
      const file = `imported-${name}.yaml`;
      await run('npx', ['cloud-resume', 'import', join(fixtures, name), '-o', file], folder);
      await run('npx', ['cloud-resume', 'check', file], folder);
      rmSync(join(folder, file));
    }
  });

  await prove('an upgrade to the next version replaces, merges and marks what it has to', () =>
    upgradeProject({ ...options, env }, folder, engine),
  );
  await prove('npm run rehearse: the project rehearses itself', async () => {
    const said = await run('npm', ['run', 'rehearse'], folder);
    assert.match(said, /\b0 failed$/m);
  });
}

async function tryPreview({ env, signal }: RehearsalOptions, folder: string): Promise<void> {
  const port = await findPort();
  const running = startCommand('npm', ['start', '--', '--no-open', '--port', String(port)], {
    cwd: folder,
    env,
    signal,
  });
  let isOver = false;
  void running.ended.finally(() => {
    isOver = true;
  });
  const count = async (): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${port}/visitor`, { method: 'POST' }).catch(() => undefined);
    if (answer?.ok) return ((await answer.json()) as { readonly count: number }).count;
    if (isOver) throw new Error(`The preview ended:\n${running.output()}`);
    await pause(200, undefined, { signal });
    return count();
  };
  try {
    const first = await count();
    assert.equal(await count(), first + 1);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    assert.match(await page.text(), /<h1>Jane Doe<\/h1>/);
  } finally {
    running.stop();
    await running.ended;
  }
}

/** What the tarball holds, by its folders and by what must not be in it. */
function checkContents(tarball: string): void {
  const paths = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
  const tops = [...new Set(paths.map((path) => path.split('/')[1]))].sort();
  assert.deepEqual(tops, [
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'bin',
    'infrastructure',
    'lib',
    'package.json',
    'resume.schema.json',
  ]);
  assert.deepEqual(
    paths.filter((path) => /\.ts$|\.tftest\.hcl$|\/tests?\/|\.env|\.tfstate/.test(path)),
    [],
  );
}

async function upgradeProject(
  { env, workbench, signal }: RehearsalOptions,
  folder: string,
  tarball: string,
): Promise<void> {
  const version = '0.99.0';
  await publishNext({ tarball, folder: workbench, env, signal }, version, (path, text) => {
    if (path === 'README.md') return `${text}\nNew in this version.\n`;
    if (path === '.gitignore') return `${text}new-of-ours\n`;
    if (path === 'package.json') return text.replace('"scripts": {', '"scripts": {\n    "newOfOurs": "true",');
    return path === 'mise.toml' ? text.replace(/terragrunt = .*/, 'terragrunt = "9.9.9"') : text;
  });
  const edit = (path: string, work: (text: string) => string) =>
    writeFileSync(join(folder, path), work(readFileSync(join(folder, path), 'utf8')));
  edit('.gitignore', (text) => `mine\n${text}`);
  edit('mise.toml', (text) => text.replace(/terragrunt = .*/, 'terragrunt = "1.0.0"'));
  edit('resume.yaml', (text) => `${text}# mine\n`);
  edit('package.json', (text) => text.replace('"scripts": {', '"scripts": {\n    "mine": "true",'));
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const upgrade = (code: number, ...args: readonly string[]) =>
    runCommand('npx', ['cloud-resume', 'upgrade', ...args], { cwd: folder, env, signal, code });

  assert.match(await upgrade(1, '--check'), /cloud-resume 0\.99\.0 is there/);
  assert.match(await upgrade(1), /CONFLICT {2}mise\.toml/);
  assert.match(read('README.md'), /New in this version\./);
  assert.match(read('.gitignore'), /^mine\n[\s\S]*new-of-ours\n/);
  assert.match(read('mise.toml'), /<<<<<<< yours\nterragrunt = "1\.0\.0"\n[\s\S]*9\.9\.9[\s\S]*>>>>>>>/);
  assert.match(read('resume.yaml'), /# mine\n$/);
  const { scripts, dependencies } = JSON.parse(read('package.json'));
  assert.deepEqual([scripts.mine, scripts.newOfOurs, dependencies['cloud-resume']], ['true', 'true', version]);
  await runCommand('npm', ['ci', '--dry-run', '--ignore-scripts'], { cwd: folder, env, signal });
  const before = read('mise.toml');
  assert.match(await upgrade(0), /Nothing to do/);
  assert.equal(read('mise.toml'), before);
}
