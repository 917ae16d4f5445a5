import assert from 'node:assert/strict';
import test from 'node:test';
import { type ParseOptions, parseResume } from '../parse-resume.ts';

const german =
  'Ich habe in den letzten Jahren viele große Projekte für die Kunden der Firma geleitet und dabei mit sehr guten Menschen gearbeitet.';
const basics = 'basics: {name: J}\n';
const text = `basics: {name: J, summary: "${german}"}\n`;
const says = (tag: string) => `meta: {language: ${tag}}\n`;
const differs = (tag: string) =>
  `2:18 The name of the file says ${tag}, and so does the page; write meta.language: ${tag}, or rename the file.`;
const named = (what: string, tag: string) =>
  `1:1 The name of the file says that this is ${what}, but headings, dates and direction of the page are English; write meta.language: ${tag}, or en if that is meant.`;
const seems =
  'The text seems to be German, but headings, dates and direction of the page are English; write meta.language: de';

const cases: readonly (readonly [title: string, options: ParseOptions, text: string, ...notes: readonly string[]])[] = [
  ['a file that says another language than its name', { language: 'de' }, basics + says('en'), differs('de')],
  ['a file that says its name’s in other case', { language: 'DE' }, basics + says('de')],
  ['a file that says nothing', { language: 'de' }, basics],
  ['German where the name says so', { language: 'de' }, text + says('de')],
  [
    'German where the name says English',
    { language: 'en' },
    text,
    '1:1 The text seems to be German, but the name of the file says that it is English; translate it, or rename the file.',
  ],
  ['a name with a language', { name: 'resume.de.json' }, basics, named('German', 'de')],
  ['a name with a region', { name: 'cv_pt_BR.yaml' }, basics, named('Brazilian Portuguese', 'pt-BR')],
  ['a name with a script', { name: 'cv-zh-Hant.yml' }, basics, named('Traditional Chinese', 'zh-Hant')],
  ['a name with what is no language', { name: 'cv-xx.yml' }, basics],
  ['a name of another kind of file', { name: 'cv-de.yml.txt' }, basics],
  ['a name that the file contradicts', { name: 'cv-de.yml' }, basics + says('en')],
  ['a name with the page’s own language', { name: 'cv-en.yml' }, basics],
  ['German in a file that says English', {}, says('en') + text, `1:18 ${seems}.`],
  ['German after a comment', {}, `# me\n\n${text}`, `3:1 ${seems}, or en if that is meant.`],
  ['Norwegian by its other name', { name: 'cv-no.yml' }, `${basics}${says('nb')}`],
];

for (const [title, options, written, ...notes] of cases) {
  test(`Of ${title} is said ${notes.length === 0 ? 'nothing' : 'that it is so'}`, () => {
    const { problems } = parseResume(written, 'yaml', options);
    assert.deepEqual(
      problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
      notes,
    );
    assert.ok(problems.every(({ severity, path }) => severity === 'note' && path === 'meta.language'));
  });
}
