import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { init } from '../../src/cli/commands/init.ts';
import { makeProject } from './make-project.ts';
import { runCli, spawnCli } from './run-cli.ts';

test('init writes a project that builds, and names the next command', async (context) => {
  const cwd = await makeProject(context, {});
  const ran = await spawnCli(['init', 'my-resume', '--name', 'Zoë "Z" O’Doe', '--url', 'https://zoe.example/'], {
    cwd,
  });
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(
    ran.stdout,
    /^Wrote \d+ files into my-resume\/\.\n\nNext:\n {2}cd my-resume\n {2}npm install\n {2}npm start\n$/,
  );
  const project = join(cwd, 'my-resume');
  assert.deepEqual((await readdir(project)).sort(), [
    '.cloud-resume.json',
    '.github',
    '.gitignore',
    'README.md',
    'infrastructure',
    'mise.toml',
    'package.json',
    'public',
    'resume.yaml',
    'style.css',
  ]);
  for (const path of await readdir(project, { recursive: true, withFileTypes: true })) {
    if (!path.isFile()) continue;
    const text = await readFile(join(path.parentPath, path.name), 'utf8');
    assert.doesNotMatch(text, /(?<!\$)\{\{/, join(path.parentPath, path.name));
    assert.doesNotMatch(text, /find_in_parent_folders\("units/);
  }
  const checked = await runCli(['check'], { cwd: project });
  assert.equal(checked.code, 0, checked.stdout);
  const built = await runCli(['build'], { cwd: project });
  assert.equal(built.code, 0, built.stderr);
  const page = await readFile(join(project, 'dist', 'site', 'index.html'), 'utf8');
  assert.match(page, /<h1>Zoë &quot;Z&quot; O’Doe<\/h1>/);
  assert.match(page, /<link rel="canonical" href="https:\/\/zoe\.example\/">/);
});

for (const [title, args, found, says] of [
  ['a folder with files', ['init'], { 'notes.txt': '' }, /is not empty \(notes\.txt\), and nothing is overwritten\./],
  ['a file', ['init', 'notes.txt'], { 'notes.txt': '' }, /is a file\. Name a folder that is empty or not there yet\./],
  [
    'a folder in a file',
    ['init', 'notes.txt/here'],
    { 'notes.txt': '' },
    /\/notes\.txt\/here leads through a file\. Name/,
  ],
  [
    'an address that is none',
    ['init', 'here', '--url', 'jane.example'],
    {},
    /"jane\.example" is not the address of a site\./,
  ],
] as const) {
  test(`init refuses ${title}`, async (context) => {
    const cwd = await makeProject(context, found);
    const ran = await runCli([...args], { cwd });
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, says);
    assert.deepEqual(await readdir(cwd), Object.keys(found));
  });
}

for (const to of ['nowhere', 'link']) {
  test(`init refuses a link to ${to}`, async (context) => {
    const cwd = await makeProject(context, {});
    await symlink(to, join(cwd, 'link'));
    const ran = await runCli(['init', 'link'], { cwd });
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /link is a link that leads nowhere\. Take it away, or name another folder\.\n$/);
  });
}

test('init begins in a folder that has version control alone', async (context) => {
  const cwd = await makeProject(context, {});
  await mkdir(join(cwd, '.git'));
  await writeFile(join(cwd, '.git', 'HEAD'), 'ref: refs/heads/main\n');
  const ran = await runCli(['init'], { cwd });
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stdout, /into this folder\.\n\nNext:\n {2}npm install\n {2}npm start\n$/);
});

for (const [folder, line] of [
  ['my own', 'cd "my own"'],
  ['-x', 'cd ./-x'],
  ['Zoë $1', "cd 'Zoë $1'"],
] as const) {
  test(`init names the folder ${folder} as a terminal reads it`, async (context) => {
    const { stdout } = await runCli(['init', '--yes', '--', folder], { cwd: await makeProject(context, {}) });
    assert.ok(stdout.endsWith(`Next:\n  ${line}\n  npm install\n  npm start\n`), stdout);
  });
}

test('init writes the address into the résumé that one has, and asks again for what is none', async (context) => {
  const old = '# mine\nbasics: {name: Jane} # me\n';
  const cwd = await makeProject(context, { 'old.yaml': old });
  const ran = await runCli(['init', 'a', '--from', 'old.yaml', '--url', 'https://jane.example/'], { cwd });
  assert.equal(ran.code, 0, ran.stderr);
  const text = await readFile(join(cwd, 'a/resume.yaml'), 'utf8');
  assert.match(
    text,
    /# mine\nbasics: \{ ?name: Jane ?\} # me\n\nmeta:\n {2}site:\n {4}url: https:\/\/jane\.example\n$/,
  );

  const answers = ['Jane', 'jane.example', 'https://jane.example'];
  const said: string[] = [];
  const shell = {
    root: cwd,
    canAsk: true,
    ask: async () => answers.shift() ?? '',
    warn: (line: string) => said.push(line),
  };
  const options = { paint: (_: unknown, line: string) => line, print: () => {} };
  assert.equal(await init.run({ options: {}, operands: ['b'] }, { ...shell, ...options } as never), 0);
  assert.match(said.join(), /^"jane\.example" is not the address of a site\. Write one such as https:/);
  assert.match(await readFile(join(cwd, 'b/resume.yaml'), 'utf8'), /\n {4}url: "https:\/\/jane\.example"\n/);

  await assert.rejects(
    init.run({ options: {}, operands: ['b'] }, { ...shell, ...options, ask: assert.fail } as never),
    /is not empty/,
  );
});

test('eject makes the infrastructure the project’s own, once', async (context) => {
  const cwd = await makeProject(context, {});
  await runCli(['init'], { cwd });
  const root = join(cwd, 'infrastructure', 'root.hcl');
  assert.match(await readFile(root, 'utf8'), /node_modules\/cloud-resume\/infrastructure\/modules/);
  const ran = await runCli(['eject', 'infrastructure'], { cwd });
  assert.equal(ran.code, 0, ran.stderr);
  for (const path of ['root.hcl', 'live/prod/cloudwatch/terragrunt.hcl']) {
    const ours = await readFile(new URL(`../../infrastructure/${path}`, import.meta.url), 'utf8');
    assert.equal(await readFile(join(cwd, 'infrastructure', path), 'utf8'), ours);
  }
  const again = await runCli(['eject', 'infrastructure'], { cwd });
  assert.equal(again.code, 3);
  assert.match(again.stderr, /^infrastructure\/modules is here already\./);
});
