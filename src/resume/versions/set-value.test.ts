import assert from 'node:assert/strict';
import test from 'node:test';
import { parseResume } from '../parse-resume.ts';

/** The data of a version, and what is said of its file. */
function read(text: string) {
  const { problems, versions } = parseResume(text, 'yaml');
  return [versions?.[0]?.source, ...problems.map(({ path, message }) => `${path}: ${message}`)];
}

test('What a version says in its own way stands instead of all that is called so', () => {
  const own = 'versions: {lead: {label: Boss, summary: Mine, order: [work]}}';
  assert.deepEqual(
    read(`basics: {name: J, title: A, label: B, about: C}\nmeta: {site: {${own}}}\nwork: [{tags: lead, name: W}]`),
    [
      {
        basics: { name: 'J', label: 'Boss', summary: 'Mine' },
        work: [{ name: 'W' }],
        meta: { site: { order: ['work'] } },
      },
      'basics.title: "title" is called "label" in JSON Resume, which is here already with another value, and only that is shown; keep one of them.',
      'basics.about: "about" is called "summary" in JSON Resume; rename it.',
    ],
  );
});

test('A version makes the groups that its own words need', () => {
  const [source] = read(
    'name: J\nmeta: {site: {versions: {lead: {label: Boss, order: [work]}}}}\nwork: [{tags: lead}]',
  );
  assert.deepEqual(source, { name: 'J', label: 'Boss', meta: { site: { order: ['work'] } } });
});

test('Tags may stand in one text, with empty ones between them, and empty texts are none', () => {
  const site = 'meta: {site: {tags: ["lead, ,bank;"], versions: {lead: {tags: ["Lead,, bank"], label: " "}}}}';
  assert.deepEqual(read(`basics: {name: J, label: A}\nwork: [{name: W, tags: "lead; ,bank"}]\n${site}`), [
    { basics: { name: 'J', label: 'A' }, work: [{ name: 'W' }] },
  ]);
});

test('Nothing under tags says nothing of what the main page wants', () => {
  const text = 'basics: {name: J}\nwork: [{name: W, tags: [lead]}]\nmeta: {site: {tags: , versions: {lead: }}}';
  assert.deepEqual(parseResume(text, 'yaml').resume?.work, [{ name: 'W' }]);
});

test('A key that only begins or ends like tags is none', () => {
  const text =
    'basics: {name: J}\ntalks: [{name: W, hashtags: bank, tagsall: bank}]\nmeta: {site: {versions: {lead: }}}';
  assert.deepEqual(read(text), [
    { basics: { name: 'J' }, talks: [{ name: 'W', hashtags: 'bank', tagsall: 'bank' }] },
    'meta.site.versions.lead: No entry has the tag "lead"; write it under tags of the entries that are meant.',
  ]);
});

test('A list of private paths may be groups with signs for yes, and texts with empty places', () => {
  for (const [list, ...left] of [
    ['{basics: {phone: yes, email: "on", url: x}}', 'name', 'url'],
    ['{basics: {phone: TRUE, email: , url: yesno}}', 'name', 'url'],
    ['", basics.phone,; ,basics.email ,"', 'name', 'url'],
  ]) {
    const text = `basics: {name: J, phone: "1", email: "2", url: https://a.example}\nmeta: {site: {private: ${list}}}`;
    assert.deepEqual(Object.keys(parseResume(text, 'yaml').resume?.basics ?? {}), left, list);
  }
});

test('Of groups that are written alike it is the last one that a version says in its own way', () => {
  const text = 'contact: {name: A}\ncontact: {name: B, about: C}\nmeta: {site: {versions: {lead: {summary: Mine}}}}\n';
  const parsed = parseResume(text, 'yaml');
  assert.deepEqual(parsed.resume && parsed.versions?.[0]?.resume.basics, { name: 'B', summary: 'Mine' });
});
