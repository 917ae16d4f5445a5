import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { jane, makeProject } from './make-project.ts';
import { runCli, spawnCli } from './run-cli.ts';

const wrong = 'basics:\n  name: Jane Doe\n  emial: jane@doe.example\n';

type Files = Readonly<Record<string, string | Uint8Array>>;

const cases: readonly (readonly [
  title: string,
  files: Files,
  args: readonly string[],
  code: number,
  output: RegExp,
])[] = [
  ['a valid résumé', { 'resume.yaml': jane }, [], 0, /^resume\.yaml is valid: Jane Doe\.\n$/],
  ['its other name', { 'resume.yml': jane }, [], 0, /^resume\.yml is valid/],
  ['JSON', { 'resume.json': '{ "basics": { "name": "Jane" } /* fine */ }' }, [], 0, /^resume\.json is valid/],
  [
    'a file that is named',
    { 'resume.yaml': wrong, 'cv/jane.yaml': jane },
    ['cv/jane.yaml'],
    0,
    /^cv\/jane\.yaml is valid/,
  ],
  [
    'what the page leaves out',
    { 'resume.yaml': `${jane}  image: me.jpg\n` },
    [],
    0,
    /^resume\.yaml:3:10 {2}note {2}basics\.image: There is no file "me\.jpg" in public\//,
  ],
  [
    'a picture that is there',
    { 'resume.yaml': `${jane}  image: me.jpg\n`, 'public/me.jpg': 'x' },
    [],
    0,
    /^resume\.yaml is valid: Jane Doe\.\n$/,
  ],
  [
    'a mistake',
    { 'resume.yaml': wrong },
    [],
    0,
    /^resume\.yaml:3:3 {2}note {2}basics\.emial: [\s\S]*"email"[\s\S]*3 \| {3}emial[\s\S]*1 note in resume\.yaml\.\n/,
  ],
  [
    'all languages',
    { 'resume.yaml': jane, 'resume.de.yaml': `${jane}  url: https://jane.example\n` },
    [],
    0,
    /^resume\.de\.yaml:3:8 {2}note {2}basics\.url: There is none at resume\.yaml:1:1; .*\n[\s\S]*1 note in resume\.de\.yaml\.\nresume\.yaml is valid: Jane Doe\.\nresume\.de\.yaml is valid: Jane Doe\.\n$/,
  ],
  [
    'one language alone',
    { 'resume.yaml': `${jane}  lable: Engineer\n`, 'resume.de.yaml': jane },
    ['resume.de.yaml'],
    0,
    /^resume\.de\.yaml is valid: Jane Doe\.\n$/,
  ],
  [
    'the main file alone',
    { 'resume.yaml': jane, 'resume.de.yaml': wrong },
    ['resume.yaml'],
    0,
    /^resume\.yaml is valid: Jane Doe\.\n$/,
  ],
  [
    'an error in one of the languages',
    { 'resume.yaml': jane, 'resume.de.yaml': 'basics: {}\n' },
    [],
    1,
    /^resume\.de\.yaml:1:1 {2}basics\.name: .*\n[\s\S]*1 error in resume\.de\.yaml\.\n$/,
  ],
  [
    'a language that is behind, as annotation',
    { 'resume.yaml': `${jane}  url: https://jane.example\n`, 'resume.de.yaml': jane },
    ['--format', 'github'],
    0,
    /^::warning file=resume\.de\.yaml,line=1,col=1,title=basics\.url::It is missing here and stands at resume\.yaml:3:8.*\n$/,
  ],
  [
    'a language that is behind and is not to pass',
    { 'resume.yaml': `${jane}  url: https://jane.example\n`, 'resume.de.yaml': jane },
    ['--strict'],
    1,
    /1 note in resume\.de\.yaml\.\n$/,
  ],
  [
    'what is no language',
    { 'resume.yaml': jane, 'resume.xx.yaml': jane },
    [],
    0,
    /resume\.xx\.yaml is not on the site/,
  ],
  [
    'what the page of a language leaves out',
    { 'resume.yaml': jane, 'resume.de.yaml': `${jane}meta:\n  gdpr: Ich stimme zu.\n` },
    [],
    0,
    /Left out of \/de\/:\n {2}meta\.gdpr Ich stimme zu\./,
  ],
  [
    'a mistake as annotation',
    { 'resume.yaml': wrong },
    ['--format', 'github'],
    0,
    /^::warning file=resume\.yaml,line=3,col=3,title=basics\.emial::.*\n$/,
  ],
  ['a mistake that is not to pass', { 'resume.yaml': wrong }, ['--strict'], 1, /1 note in resume\.yaml\.\n$/],
  [
    'nothing to show',
    { 'resume.yaml': 'basics:\n  label: x\n' },
    [],
    1,
    /^resume\.yaml:1:1 {2}basics\.name: [\s\S]*1 error in resume\.yaml\.\n$/,
  ],
  ['nothing to annotate', { 'resume.yaml': jane }, ['--format', 'github'], 0, /^$/],
  [
    'two résumés',
    { 'resume.yaml': jane, 'resume.json': '{}' },
    [],
    1,
    /^Both resume\.yaml and resume\.json are here\. Keep the one/,
  ],
  [
    'three résumés',
    { 'resume.yaml': jane, 'resume.yml': jane, 'resume.json': '{}' },
    [],
    1,
    /^Both resume\.yaml and resume\.yml and resume\.json are here/,
  ],
  [
    'no résumé',
    { 'recvar.yaml': jane, 'resume.schema.json': '{}', '.cloud-resume.json': '{}' },
    [],
    1,
    /^There is no resume\.yaml, resume\.yml or resume\.json in .*\. Run this in your project's folder, or begin one: npx cloud-resume init my-resume\.\n$/,
  ],
  [
    'a name with capitals',
    { 'Resume.YAML': jane },
    [],
    1,
    /^Resume\.YAML is here, but the résumé is looked for as resume\.yaml\. Rename it\.\n$/,
  ],
  [
    'another name that résumés have',
    { 'Jane Doe_CV.yml': jane },
    [],
    1,
    /^Jane Doe_CV\.yml is here, but the résumé is looked for as resume\.yml\. Rename it, or .* import "Jane Doe_CV\.yml"\.\n$/,
  ],
  ['the same in French', { 're\u0301sume\u0301.json': '{}' }, [], 1, /^ré?.*sum.* resume\.json\. Rename it, or/],
  ['an ending that Windows hides', { 'resume.yaml.txt': jane }, [], 1, /^resume\.yaml\.txt is here, .* resume\.yaml\./],
  ['a name that is wrong', {}, ['nothing.yaml'], 2, /^There is no file nothing\.yaml\. Check its name\.\n$/],
  [
    'a name with a file for a folder',
    { 'resume.yaml': jane },
    ['resume.yaml/x'],
    2,
    /^There is no file resume\.yaml\/x/,
  ],
  [
    'a folder',
    { 'docs/resume.yaml': jane },
    ['docs'],
    2,
    /^docs is a folder\. Name the file, such as docs\/resume\.yaml\.\n$/,
  ],
  ['a device', {}, ['/dev/zero'], 2, /^\/dev\/zero is not an ordinary file/],
  ['an empty file', { 'resume.yaml': '' }, [], 1, /^resume\.yaml:1:1 {2}/],
  ['a byte order mark', { 'resume.yaml': `\uFEFF${jane}` }, [], 0, /is valid: Jane Doe/],
  ['Windows line ends', { 'resume.yaml': jane.replaceAll('\n', '\r\n') }, [], 0, /is valid: Jane Doe/],
  ['UTF-16', { 'resume.yaml': Buffer.from(`\uFEFF${jane}`, 'utf16le') }, [], 1, /UTF-16; save it as UTF-8/],
  [
    'a picture instead of text',
    { 'resume.yaml': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]) },
    [],
    1,
    /^resume\.yaml:1:1 .*UTF-8/,
  ],
  ['a NUL', { 'resume.yaml': 'basics:\n  name: Jane\0\n' }, [], 1, /^resume\.yaml:2:\d+ /],
  ['10 MB', { 'resume.yaml': `${jane}# ${'x'.repeat(10_000_000)}\n` }, [], 1, /1,000,000/],
  [
    'keys that poison objects',
    { 'resume.yaml': `${jane}__proto__:\n  admin: yes\nconstructor: x\n` },
    [],
    0,
    /__proto__[\s\S]*constructor/,
  ],
];

for (const [title, files, args, code, output] of cases) {
  test(`check: ${title}`, async (context) => {
    const ran = await runCli(['check', ...args], { cwd: await makeProject(context, files) });
    assert.equal(ran.code, code, ran.stdout + ran.stderr);
    assert.match(ran.stdout + ran.stderr, output);
    assert.doesNotMatch(ran.stdout + ran.stderr, /\n {4}at /);
  });
}

test('a folder named resume.yaml is said to be one', async (context) => {
  const cwd = await makeProject(context, {});
  await mkdir(join(cwd, 'resume.yaml'));
  const ran = await runCli(['check'], { cwd });
  assert.equal(ran.code, 1);
  assert.match(ran.stderr, /^resume\.yaml is a folder/);
});

test('a report as JSON is JSON and nothing else', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': wrong });
  const ran = await runCli(['check', '--format', 'json'], { cwd });
  assert.equal(ran.code, 0);
  const { version, file, problems } = JSON.parse(ran.stdout);
  assert.deepEqual({ version, file }, { version: 1, file: 'resume.yaml' });
  assert.deepEqual(
    { ...problems[0], message: '' },
    { severity: 'note', path: 'basics.emial', line: 3, column: 3, message: '' },
  );
});

test('a report on several languages as JSON has the others after the main one', async (context) => {
  const root = await makeProject(context, { 'resume.yaml': jane, 'resume.de.yaml': wrong });
  const { stdout } = await runCli(['check', '--format', 'json'], { cwd: root });
  const { file, problems, others } = JSON.parse(stdout);
  assert.deepEqual([file, problems.length], ['resume.yaml', 0]);
  assert.deepEqual(
    others.map((other: { file: string; problems: unknown[] }) => [other.file, other.problems.length]),
    [['resume.de.yaml', 2]],
  );
});

test('a valid résumé as JSON has no problems', async (context) => {
  const ran = await runCli(['check', '--format=json'], { cwd: await makeProject(context, { 'resume.yaml': jane }) });
  assert.equal(ran.code, 0);
  assert.deepEqual(JSON.parse(ran.stdout).problems, []);
});

test('colors are for terminals, unless they are wanted', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': wrong });
  const mark = String.fromCharCode(27);
  assert.ok(!(await spawnCli(['check'], { cwd })).stdout.includes(mark));
  assert.ok((await spawnCli(['check'], { cwd, env: { FORCE_COLOR: '1' } })).stdout.includes(`${mark}[1m`));
});
