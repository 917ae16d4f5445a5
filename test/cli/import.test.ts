import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeZip } from '../fixtures/formats/make-zip.ts';
import { fixtureNames, readFixture, readLinkedinFiles } from '../fixtures/formats/read-fixture.ts';
import { jane, makeProject } from './make-project.ts';
import { runCli, spawnCli } from './run-cli.ts';

const checkout = join(import.meta.dirname, '../..');

test('import makes a résumé of another format, and says what it did not take', async (context) => {
  const cwd = await makeProject(context, { 'cv.yaml': readFixture('rendercv.yaml') });
  const { code, stdout, stderr } = await spawnCli(['import', 'cv.yaml'], { cwd });
  assert.equal(code, 0, stdout + stderr);
  assert.equal(
    stdout,
    `This is RenderCV.
Settings of RenderCV, not taken:
  design (2 values)
  settings
Wrote resume.yaml: Ida Probe, 3 jobs, 1 school, 1 project, 2 skills, 1 publication, 2 awards, 1 language.
It has your phone number, and the page is for everybody: name what you don't want to show under meta.site.private.
`,
  );
  assert.match(
    await readFile(join(cwd, 'resume.yaml'), 'utf8'),
    /^# yaml-language-server: .*\n# Imported from RenderCV/,
  );
});

test('import never overwrites, and chooses the format by the ending', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane, 'export.zip': readFixture('linkedin.zip') });
  const refused = await runCli(['import', 'export.zip'], { cwd });
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /resume\.yaml is here already, and nothing is overwritten\. Name another with -o/);
  assert.equal(await readFile(join(cwd, 'resume.yaml'), 'utf8'), jane);

  const { code, stdout } = await runCli(['import', 'export.zip', '-o', 'lena.json'], { cwd });
  assert.equal(code, 0, stdout);
  assert.match(stdout, /Files that were not opened:\n {2}Connections\.csv\n {2}messages\.csv\n/);
  assert.equal(JSON.parse(await readFile(join(cwd, 'lena.json'), 'utf8')).basics.name, 'Lena Linked');
});

test("import reads LinkedIn's export from a folder, too", async (context) => {
  const files = readLinkedinFiles().map(({ name, body }) => [`export/${name}`, body] as const);
  const cwd = await makeProject(context, Object.fromEntries(files));
  assert.equal((await runCli(['import', 'export'], { cwd })).code, 0);
  assert.match(await readFile(join(cwd, 'resume.yaml'), 'utf8'), /Product Lead/);
});

test('a folder is read with the folders in it, and not without a bound', async (context) => {
  const files = readLinkedinFiles().map(({ name, body }) => [`mine/Basic_Export/${name}`, body] as const);
  const cwd = await makeProject(context, {
    ...Object.fromEntries(files),
    // Nobody opens it, so its size is no matter.
    'mine/messages.csv': Buffer.alloc(21_000_000, 'x'),
    'large/Profile.csv': Buffer.alloc(21_000_000, 'x'),
    'none/deep/er/still/Profile.csv': 'First Name\nZoe\n',
  });
  const { code, stdout } = await runCli(['import', 'mine'], { cwd });
  assert.equal(code, 0, stdout);
  assert.match(await readFile(join(cwd, 'resume.yaml'), 'utf8'), /Product Lead/);
  const large = await runCli(['import', 'large', '-o', 'large.yaml'], { cwd });
  assert.equal(large.code, 1);
  assert.match(large.stderr, /Profile\.csv is larger than what is read of a folder \(20 MB\)\. Name/);
  const none = await runCli(['import', 'none', '-o', 'none.yaml'], { cwd });
  assert.match(none.stderr, /This folder is empty\. Name another one/);
});

test('init --from begins a project with what somebody has', async (context) => {
  const cwd = await makeProject(context, { 'old.json': readFixture('reactive-resume-v5.json') });
  const { code, stdout, stderr } = await runCli(['init', 'site', '--from', 'old.json', '--yes'], { cwd });
  assert.equal(code, 0, stdout + stderr);
  assert.match(stdout, /This is Reactive Resume\./);
  assert.match(await readFile(join(cwd, 'site/resume.yaml'), 'utf8'), /name: Eli Five/);
  assert.match(await readFile(join(cwd, 'site/README.md'), 'utf8'), /Eli Five/);
});

test('create-cloud-resume hands on what it is told', async (context) => {
  const { name } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'));
  const cwd = await makeProject(context, {
    'old.json': readFixture('reactive-resume-v5.json'),
    'create/package.json': '{ "type": "module" }',
    'create/index.js': await readFile(join(checkout, 'package/create/index.js'), 'utf8'),
  });
  // As npm installs it beside the package.
  await mkdir(join(cwd, 'create/node_modules'));
  await symlink(checkout, join(cwd, 'create/node_modules', name), 'junction');
  const { code, stdout, stderr } = await spawnCli(['my-resume', '--from', 'old.json', '--yes'], {
    cwd,
    program: join(cwd, 'create/index.js'),
  });
  assert.equal(code, 0, stdout + stderr);
  assert.match(stdout, /This is Reactive Resume\.[\s\S]*cd my-resume\n {2}npm install\n {2}npm start\n$/);
  assert.match(await readFile(join(cwd, 'my-resume/resume.yaml'), 'utf8'), /name: Eli Five/);
});

test('import --photo says so where the photo is on no other host', async (context) => {
  const cwd = await makeProject(context, { 'cv.yaml': readFixture('rendercv.yaml') });
  const { code, stdout } = await runCli(['import', 'cv.yaml', '--photo'], { cwd });
  assert.equal(code, 0);
  assert.match(stdout, /\nThere is no photo on another host to bring\.\n$/);
  assert.ok(!(await readdir(cwd)).includes('public'));
});

test('a photo that is written out in the file becomes one of public/', async (context) => {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const old = { basics: { name: 'Ida Probe', image: `data:image/png;base64,${pixel}` } };
  const cwd = await makeProject(context, { 'old.json': JSON.stringify(old) });
  const { code, stdout } = await runCli(['import', 'old.json', '--photo'], { cwd });
  assert.equal(code, 0, stdout);
  assert.match(stdout, /Wrote public\/photo\.\w+, 1 × 1 pixels/);
  assert.match(await readFile(join(cwd, 'resume.yaml'), 'utf8'), /image: photo\.\w+\n/);
});

test('a photo on this machine is not fetched, and the résumé is there all the same', async (context) => {
  const old = { basics: { name: 'Ida Probe', image: 'https://127.0.0.1/me.jpg' } };
  const cwd = await makeProject(context, { 'old.json': JSON.stringify(old) });
  const { code, stderr } = await runCli(['import', 'old.json', '--photo'], { cwd });
  assert.equal(code, 2);
  assert.match(stderr, /127\.0\.0\.1 is in a private network/);
  assert.match(await readFile(join(cwd, 'resume.yaml'), 'utf8'), /image: https:\/\/127\.0\.0\.1\/me\.jpg/);
});

const refused: readonly (readonly [file: string, body: string | Uint8Array, code: number, sentence: RegExp])[] = [
  ['note.txt', 'Dear diary', 1, /note\.txt: Nobody knows this format\. Known are JSON Resume, RenderCV/],
  ['broken.json', '{"cv": ', 1, /broken\.json: Line 1, column/],
  ['cv.pdf', '%PDF-1.7', 1, /This is a PDF, which has no data to read/],
  ['bad.zip', makeZip([{ name: '../x', body: '' }]), 1, /leads out of its folder/],
  ['none.yaml', '', 1, /none\.yaml: The file is empty\. Export/],
  ['evil.xml', '<!DOCTYPE a><Candidate/>', 1, /document type/],
];

test('import refuses with a sentence, and writes nothing', async (context) => {
  const cwd = await makeProject(context, Object.fromEntries(refused));
  const before = await readdir(cwd);
  for (const [file, , code, sentence] of refused) {
    const ran = await runCli(['import', file], { cwd });
    assert.equal(ran.code, code, file);
    assert.match(ran.stderr, sentence);
  }
  for (const [args, sentence] of [
    [['import'], /Name a file/],
    [['import', 'missing.yaml'], /There is no file missing\.yaml/],
    [
      ['import', 'https://a.example/cv.json'],
      /^https:\/\/a\.example\/cv\.json is an address, .* Save the file, and name that\.$/m,
    ],
    [['import', 'Export/Positions.csv'], /^Export\/Positions\.csv is one table of LinkedIn's export\. Name the ZIP/],
    [['import', 'note.txt', '-o', 'resume.pdf'], /neither \.yaml nor \.json/],
    [['import', '.'], /This folder is not LinkedIn's export.* "/],
  ] as const) {
    const ran = await runCli(args, { cwd });
    assert.ok(ran.code === 1 || ran.code === 2, args.join(' '));
    assert.match(ran.stderr, sentence);
  }
  assert.deepEqual(await readdir(cwd), before);
});

test('a résumé without a name is written, and what is missing is said', async (context) => {
  const cwd = await makeProject(context, { 'cv.yaml': 'cv:\n  sections:\n    skills:\n      - Go\n' });
  const { code, stdout } = await runCli(['import', 'cv.yaml'], { cwd });
  assert.equal(code, 1);
  assert.match(stdout, /name[\s\S]*Wrote resume\.yaml\. Mend what is said above/);
});

test('every fixture is imported by the command', async (context) => {
  const cwd = await makeProject(context, Object.fromEntries(fixtureNames.map((name) => [name, readFixture(name)])));
  for (const name of fixtureNames) {
    const { code, stdout, stderr } = await runCli(['import', name, '--out', `${name}.yml`], { cwd });
    assert.equal(code, 0, `${name}\n${stdout}${stderr}`);
  }
});
