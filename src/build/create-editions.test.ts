import assert from 'node:assert/strict';
import test from 'node:test';
import { parseResumeFile } from '#resume';
import { createEditions } from './create-editions.ts';

const none = new Map<string, Uint8Array>();
const file = (text: string, language?: string) => {
  const file = {
    name: language === undefined ? 'resume.yaml' : `resume.${language}.yaml`,
    path: '',
    format: 'yaml' as const,
    bytes: Buffer.from(text),
    ...(language !== undefined && { language }),
  };
  return { file, ...parseResumeFile(file) };
};
const name = 'basics:\n  name: Jane Doe\n';
const read = (main: string, other: string, publicFiles = none) =>
  createEditions([file(main), file(other, 'de')], publicFiles);

test('an edition stands below its language, which is that of the file', () => {
  const { editions = [] } = read(name, name);
  assert.deepEqual(
    editions.map(({ prefix, resume }) => [prefix, resume.meta?.language]),
    [
      ['', undefined],
      ['de/', 'de'],
    ],
  );
});

test('the site has one address, one counter and one look; words are each language’s own', () => {
  const settings =
    'meta:\n  site:\n    url: https://jane.example\n    counter: off\n    color: "#123456"\n    labels:\n      work: Jobs\n';
  const site = (other: string) => read(name + settings, name + other).editions?.[1]?.resume.meta?.site;
  const shared = { url: 'https://jane.example', counter: 'off', color: '#123456' };
  assert.deepEqual(site(''), shared);
  const own =
    'meta:\n  site:\n    url: https://other.example\n    counter: local\n    color: "#654321"\n    labels:\n      work: Arbeit\n';
  assert.deepEqual(site(own), { ...shared, color: '#654321', labels: { work: 'Arbeit' } });
});

test('an error in one file leaves no site, and every file is told about', () => {
  const { files, editions } = read(name, 'basics:\n  email: a@b.example\n');
  assert.equal(editions, undefined);
  assert.deepEqual(
    files.map(({ name, problems }) => [name, problems.length]),
    [
      ['resume.yaml', 0],
      ['resume.de.yaml', 1],
    ],
  );
});

test('a file that says another language than its name gets a note, and has that of its name', () => {
  const { files, editions } = read(name, `${name}meta:\n  language: fr\n`);
  assert.equal(editions?.[1]?.resume.meta?.language, 'de');
  const [note] = files[1]?.problems ?? [];
  assert.deepEqual([note?.severity, note?.line, note?.column], ['note', 4, 13]);
  assert.match(note?.message ?? '', /says de, and so does the page; write meta\.language: de, or rename the file/);
});

for (const [title, main, language] of [
  ['that says so', `${name}meta:\n  language: DE\n`, 'de'],
  ['that says nothing, which means English', name, 'en'],
] as const) {
  test(`the language of a main file ${title} is taken`, () => {
    assert.throws(() => createEditions([file(main), file(name, language)], none), {
      name: 'UserError',
      message: /Both resume\.yaml and resume\.\w+\.yaml are in the language/,
    });
  });
}

test('a file of public/ that has the name of a language’s folder is a mistake', () => {
  assert.throws(() => read(name, name, new Map([['de', new Uint8Array()]])), {
    name: 'UserError',
    message: /public\/de is a file, and resume\.de\.yaml needs this name for its folder/,
  });
  assert.ok(read(name, name, new Map([['de/cv.pdf', new Uint8Array()]])).editions);
});
