import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { jane, makeProject } from './make-project.ts';
import { runCli } from './run-cli.ts';

const engineer = `# mine\n${jane}  label: Engineer\n`;

test('translate writes a copy with a remark at each text, and check tells what is left', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': engineer });
  const ran = await runCli(['translate', 'de'], { cwd });
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stdout, /^Wrote resume\.de\.yaml, a copy of resume\.yaml with 1 text to translate into German\.\n/);
  const copy = await readFile(join(cwd, 'resume.de.yaml'), 'utf8');
  assert.equal(copy, `# mine\n${jane}  label: Engineer # translate\n\nmeta:\n  language: de\n`);
  const { stdout } = await runCli(['check'], { cwd });
  assert.match(stdout, /^resume\.de\.yaml:4:19 {2}note {2}A line is still to be translated/);
});

test('translate keeps the ending, and lists the texts of a file without remarks', async (context) => {
  const cwd = await makeProject(context, { 'cv/me.json': '{ "basics": { "name": "Jane", "label": "Engineer" } }' });
  const ran = await runCli(['translate', 'pt-br', '--resume', 'cv/me.json'], { cwd });
  assert.match(ran.stdout, /^Wrote cv\/me\.pt-BR\.json, .*\n {2}cv\/me\.pt-BR\.json:1 {2}basics\.label\n/);
  assert.equal(JSON.parse(await readFile(join(cwd, 'cv/me.pt-BR.json'), 'utf8')).meta.language, 'pt-BR');
});

test('translate goes on from another language, beside the main one', async (context) => {
  const files = {
    'resume.yaml': engineer,
    'resume.de.json': '{ "basics": { "name": "Jane", "label": "Ingenieurin" } }',
  };
  const cwd = await makeProject(context, files);
  const ran = await runCli(['translate', 'fr', '--resume', 'resume.de.json'], { cwd });
  assert.match(
    ran.stdout,
    /^Wrote resume\.fr\.json, a copy of resume\.de\.json with 1 text to translate into French\./,
  );
  const again = await runCli(['translate', 'fr'], { cwd });
  assert.match(again.stderr, /^resume\.fr\.json is here already/);
  const main = await runCli(['translate', 'en', '--resume', 'resume.de.json'], { cwd });
  assert.match(main.stderr, /itself is in English/);
});

const refusals: readonly (readonly [
  title: string,
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  code: number,
  message: RegExp,
])[] = [
  [
    'a language that is there',
    { 'resume.yaml': jane, 'resume.de.yml': 'mine' },
    ['de'],
    2,
    /^resume\.de\.yml is here already, and nothing is overwritten\./,
  ],
  [
    'what is no tag',
    { 'resume.yaml': jane },
    ['klingonese'],
    2,
    /^"klingonese" is not the tag of a language\. Write one such as de/,
  ],
  [
    'the name of a language',
    { 'resume.yaml': jane },
    ['German'],
    2,
    /^"German" is not the tag of a language\. Did you mean "de"\?/,
  ],
  ['a tag that is written otherwise', { 'resume.yaml': jane }, ['de_AT'], 2, /Did you mean "de-AT"\?/],
  ['the language of the main file', { 'resume.yaml': jane }, ['en'], 2, /^resume\.yaml itself is in English\./],
  ['a résumé with an error', { 'resume.yaml': 'basics: {}\n' }, ['de'], 1, /^resume\.yaml:1:1 {2}basics\.name/],
  ['nothing', { 'resume.yaml': jane }, [], 2, /^Name a language by its tag/],
  ['a folder without a résumé', {}, ['de'], 1, /^There is no resume\.yaml/],
];

for (const [title, files, args, code, message] of refusals) {
  test(`translate refuses ${title}, and writes nothing`, async (context) => {
    const cwd = await makeProject(context, files);
    const ran = await runCli(['translate', ...args], { cwd });
    assert.deepEqual([ran.code, ran.stdout], [code, '']);
    assert.match(ran.stderr, message);
    for (const [name, text] of Object.entries(files)) assert.equal(await readFile(join(cwd, name), 'utf8'), text);
    await assert.rejects(readFile(join(cwd, 'resume.de.yaml')), { code: 'ENOENT' });
  });
}
