import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { jane, makeProject } from '../../test/cli/make-project.ts';
import { findChosen, findResumes, isLanguageOf } from './find-languages.ts';

for (const [title, names, languages] of [
  ['a résumé alone has no other language', ['resume.yaml', 'letter.de.yaml', 'resume.de.txt', 'resume.yaml~'], []],
  [
    'a language has any of the endings',
    ['resume.json', 'resume.de.yaml', 'resume.fr.yml', 'resume.ar.json'],
    ['ar', 'de', 'fr'],
  ],
  [
    'a tag may name a script or a country',
    ['resume.yml', 'resume.zh-Hans.yaml', 'resume.pt-BR.json'],
    ['pt-BR', 'zh-Hans'],
  ],
  ['a tag is read in small letters too', ['resume.yaml', 'resume.pt-br.json'], ['pt-BR']],
  ['the schema beside a résumé is no language', ['resume.yaml', 'resume.schema.json'], []],
] as const) {
  test(title, async (context) => {
    const root = await makeProject(context, Object.fromEntries(names.map((name) => [name, jane])));
    const { main, others, remarks } = await findResumes(root);
    assert.equal(main.name, names[0]);
    assert.deepEqual(
      others.map(({ language }) => language),
      languages,
    );
    assert.deepEqual(remarks, []);
  });
}

for (const [name, remark] of [
  ['resume.xx.yaml', /"xx" is not a language tag.*such as resume\.de\.yaml; if it is none.*xx-resume\.yaml\./],
  ['resume.old.json', /"old" is not a language tag.*such as resume\.de\.json/],
  ['resume.new.yaml', /"new" is not a language tag/],
  ['resume.bak.yaml', /For Bashkir name it resume\.ba\.yaml/],
  ['resume.deu.yml', /For German name it resume\.de\.yml/],
  ['resume.de_AT.yaml', /For Austrian German name it resume\.de-AT\.yaml/],
  ['resume.de.2024.yaml', /"de\.2024" is not a language tag/],
  ['resume.für.yaml', /"für" is not a language tag/],
] as const) {
  test(`${name} is no language, and a remark says what to do`, async (context) => {
    const root = await makeProject(context, { 'resume.yaml': jane, [name]: jane });
    const { others, remarks } = await findResumes(root);
    assert.deepEqual(others, []);
    assert.equal(remarks.length, 1);
    assert.match(remarks[0] ?? '', remark);
    assert.match(remarks[0] ?? '', /is not on the site/);
  });
}

test('two files for one language are a mistake', async (context) => {
  const root = await makeProject(context, { 'resume.yaml': jane, 'resume.de.yaml': jane, 'resume.de.json': '{}' });
  await assert.rejects(findResumes(root), {
    name: 'UserError',
    message:
      'Both resume.de.json and resume.de.yaml are the résumé in German. Keep the one that you edit and move the other away.',
  });
});

test('a language whose tag says more, such as an order of sorting, is named without it', async (context) => {
  const [one, two] = ['resume.de-u-co-phonebk.json', 'resume.de-u-co-phonebk.yaml'];
  const root = await makeProject(context, { 'resume.yaml': jane, [one]: '{}', [two]: jane });
  await assert.rejects(findResumes(root), {
    message: /^Both resume\.de\S+ and resume\.de\S+ are the résumé in German\./,
  });
});

test('languages stand beside the file that was named, in its folder', async (context) => {
  const root = await makeProject(context, { 'resume.de.yaml': jane, 'cv/jane.yaml': jane, 'cv/jane.sv.yaml': jane });
  const { main, others } = await findResumes(root, 'cv/jane.yaml');
  assert.equal(main.name, 'cv/jane.yaml');
  assert.deepEqual(
    others.map(({ name, language }) => [name, language]),
    [['cv/jane.sv.yaml', 'sv']],
  );
});

test('a path tells whether it is that of another language', () => {
  const of = (path: string) => isLanguageOf(path, '/p/resume.yaml');
  assert.deepEqual(
    [
      '/p/resume.de.yaml',
      '/p/resume.de.json',
      '/p/resume.yaml',
      '/p/de/resume.yaml',
      '/p/resume.d/e.yaml',
      '/p/cv.de.yaml',
    ].map(of),
    [true, true, false, false, false, false],
  );
});

test('a language is found with the main one, whatever the other languages are', async (context) => {
  const root = await makeProject(context, { 'resume.yaml': jane, 'resume.de.yaml': jane });
  await mkdir(join(root, 'resume.fr.yaml'));
  const { main, others, chosen } = await findChosen(root, './resume.de.yaml');
  assert.deepEqual([main.name, chosen?.name, chosen?.language], ['resume.yaml', 'resume.de.yaml', 'de']);
  assert.deepEqual(others, [chosen]);
});
