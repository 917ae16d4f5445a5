import assert from 'node:assert/strict';
import test from 'node:test';
import { fixResume } from '../fix-resume.ts';
import { parseResume } from '../parse-resume.ts';

const person = `basics: {name: Jane, label: Engineer, summary: Main, profiles: [{network: GitHub, username: jd, tags: [lead]}]}
work:
  - {name: A, tags: [lead]}
  - {name: B}
  - {name: C, tags: "Startup, lead", keywords: [Go]}
  - {name: D, positions: [{position: X, tags: [lead]}, {position: Y}]}
skills: [{name: S, tag: startup}, {name: T}]
talks: [{title: U, tags: [lead]}, {title: V}]
languages: {German: {fluency: good, tags: [lead]}, French: {fluency: bad}}
`;

/** The names of all that somebody sees. */
function list(data: unknown): string {
  const names = JSON.stringify(data).match(/"(?:[A-DSTUVXY]|jd|good|bad|German|French)"/g) ?? [];
  return [...new Set(names.map((name) => name.slice(1, -1)))].sort().join(' ');
}

const all = 'A B C D French German S T U V X Y bad good jd';
for (const [title, site, wanted] of [
  ['without a word on versions every entry is there', '{}', { main: all }],
  [
    'the main page has every entry unless it says what it wants',
    '{versions: {lead: }}',
    { main: all, lead: 'A B C D French German T U V X Y bad good jd' },
  ],
  [
    'a version has what it wants and what is for everybody',
    '{versions: {startup: {}}}',
    { main: all, startup: 'B C D French S T V Y bad' },
  ],
  [
    'tags are compared without their case',
    '{versions: {s: {tags: [STARTUP]}}}',
    { main: all, s: 'B C D French S T V Y bad' },
  ],
  ['a version may want several tags', '{versions: {both: {tags: [startup, lead]}}}', { main: all, both: all }],
  ['the main page may want some', '{tags: [startup]}', { main: 'B C D French S T V Y bad' }],
  [
    'the main page may want none',
    '{tags: [], versions: {lead: {}}}',
    { main: 'B D French T V Y bad', lead: 'A B C D French German T U V X Y bad good jd' },
  ],
  [
    'names alone are versions too',
    '{versions: [lead, startup]}',
    { main: all, lead: 'A B C D French German T U V X Y bad good jd', startup: 'B C D French S T V Y bad' },
  ],
] as const) {
  test(title, () => {
    const parsed = parseResume(`${person}meta: {site: ${site}}`, 'yaml');
    const pages = [{ name: 'main', resume: parsed.resume, source: parsed.source }, ...(parsed.versions ?? [])];
    assert.deepEqual(Object.fromEntries(pages.map(({ name, resume }) => [name, list(resume)])), wanted);
    // What is published as data says no more than the page.
    assert.deepEqual(Object.fromEntries(pages.map(({ name, source }) => [name, list(source)])), wanted);
    if (site !== '{}')
      assert.doesNotMatch(
        JSON.stringify(pages.map(({ name: _, ...page }) => page)),
        /"(?:tags?|versions|lead|startup)"[:,\]]/i,
      );
  });
}

test('a version may have a label, a summary and an order of its own, whatever these are called in the file', () => {
  const text =
    'basics: {name: J, title: Engineer, about: Main}\nwork: [{name: A}]\nskills: [{name: S}]\nmeta: {site: {order: [work], versions: {lead: {label: Manager, summary: Mine, order: [skills]}}}}';
  const [lead] = parseResume(text, 'yaml').versions ?? [];
  const basics = { name: 'J', label: 'Manager', summary: 'Mine' };
  assert.deepEqual([lead?.resume.basics, lead?.resume.meta], [basics, { site: { order: ['skills'] } }]);
  assert.deepEqual(lead?.source, {
    basics,
    work: [{ name: 'A' }],
    skills: [{ name: 'S' }],
    meta: { site: { order: ['skills'] } },
  });
  assert.doesNotMatch(JSON.stringify(lead), /Engineer|Main/);
});

test('what belongs in basics gets its own label at the root as well', () => {
  const text = 'name: J\nlabel: Engineer\nwork: [{name: A}]\nmeta: {site: {versions: {lead: {label: Manager}}}}';
  assert.deepEqual(parseResume(text, 'yaml').versions?.[0]?.resume.basics, { name: 'J', label: 'Manager' });
});

test('where there are no versions, tags are keywords as ever', () => {
  const { resume } = parseResume('basics: {name: J}\nprojects: [{name: P, tags: [Go]}]', 'yaml');
  assert.deepEqual(resume?.projects, [{ name: 'P', keywords: ['Go'] }]);
});

test('a version keeps private what the file keeps private, and its own words are searched for it', () => {
  const text =
    'basics: {name: J, phone: 0761 5550199}\nmeta: {site: {private: [basics.phone], versions: {lead: {label: Call 07615550199, tags: [a]}}}}\nwork: [{name: A, tags: [a]}]';
  const { problems, versions } = parseResume(text, 'yaml');
  assert.deepEqual(
    problems.map(({ path, message }) => `${path}: ${message}`),
    [
      'meta.site.versions.lead.label: This says what basics.phone keeps private, and everybody can read it here; take it out.',
    ],
  );
  assert.deepEqual(versions?.[0]?.resume.basics, { name: 'J', label: 'Call 07615550199' });
});

const work = 'work: [{name: A, tags: [lead]}, {name: B, tags: [startup, cloud]}]\n';
for (const [title, site, notes] of [
  [
    'tags that are wanted and had are right, and so is one that nobody wants yet',
    '{versions: {lead: , startup: }}',
    [],
  ],
  [
    'a tag that no entry has is told with the nearest',
    '{versions: {leed: }}',
    [
      'meta.site.versions.leed: No entry has the tag "leed"; did you mean "lead"? Write that.',
      'work[0].tags[0]: No version wants the tag "lead"; did you mean "leed"? Write that.',
    ],
  ],
  [
    'a tag that resembles none is to be written somewhere',
    '{versions: {bank: {tags: [finance]}}}',
    [
      'meta.site.versions.bank.tags[0]: No entry has the tag "finance"; write it under tags of the entries that are meant.',
    ],
  ],
  [
    'the tags of the main page are told of too',
    '{tags: [lead, clouds]}',
    [
      'meta.site.tags[1]: No entry has the tag "clouds"; did you mean "cloud"? Write that.',
      'work[1].tags[1]: No version wants the tag "cloud"; did you mean "clouds"? Write that.',
    ],
  ],
  [
    'an entry that is on no page is told of',
    '{tags: [lead]}',
    [
      'work[1].tags[0]: No page wants the tag "startup", so this entry is on none; name it in meta.site.tags, or in a version.',
    ],
  ],
  [
    'a name is the end of an address',
    '{versions: {lead: , "Team Lead & Co": , "": , lead-: , "l--d": , head-of-the-whole-of-design: }}',
    [
      'meta.site.versions["Team Lead & Co"]: "Team Lead & Co" cannot be the end of an address, which has at most 26 lower-case letters, digits and single dashes; write team-lead-co, and until then this version is not made.',
      'meta.site.versions[""]: "" cannot be the end of an address, which has at most 26 lower-case letters, digits and single dashes; choose another, and until then this version is not made.',
      'meta.site.versions.lead-: "lead-" cannot be the end of an address, which has at most 26 lower-case letters, digits and single dashes; choose another, and until then this version is not made.',
      'meta.site.versions.l--d: "l--d" cannot be the end of an address, which has at most 26 lower-case letters, digits and single dashes; write l-d, and until then this version is not made.',
      'meta.site.versions.head-of-the-whole-of-design: "head-of-the-whole-of-design" cannot be the end of an address, which has at most 26 lower-case letters, digits and single dashes; write head-of-the-whole-of-desig, and until then this version is not made.',
    ],
  ],
  [
    'the nearest tag is the one of the fewest slips, one in a short word and two in a long one',
    '{versions: {x: {tags: [led, lxxd, startpu, clouud, clou]}}}',
    [
      'work[0].tags[0]: No version wants the tag "lead"; did you mean "led"? Write that.',
      'work[1].tags[0]: No version wants the tag "startup"; did you mean "startpu"? Write that.',
      'work[1].tags[1]: No version wants the tag "cloud"; did you mean "clou"? Write that.',
      'meta.site.versions.x.tags[0]: No entry has the tag "led"; did you mean "lead"? Write that.',
      'meta.site.versions.x.tags[1]: No entry has the tag "lxxd"; write it under tags of the entries that are meant.',
      'meta.site.versions.x.tags[2]: No entry has the tag "startpu"; did you mean "startup"? Write that.',
      'meta.site.versions.x.tags[3]: No entry has the tag "clouud"; did you mean "cloud"? Write that.',
      'meta.site.versions.x.tags[4]: No entry has the tag "clou"; did you mean "cloud"? Write that.',
    ],
  ],
  [
    'a name may have 26 letters, and each is given once',
    '{versions: [aaaaaaaaaaaaaaaaaaaaaaaaaa, lead, lead, --Team--, a-b-c-12, Chef é]}',
    [
      'meta.site.versions[0]: No entry has the tag "aaaaaaaaaaaaaaaaaaaaaaaaaa"; write it under tags of the entries that are meant.',
      'meta.site.versions[2]: "lead" is here already; choose another name.',
      'meta.site.versions[3]: "--Team--" cannot be the end of an address, which has at most 26 lower-case letters, digits and single dashes; write team, and until then this version is not made.',
      'meta.site.versions[4]: No entry has the tag "a-b-c-12"; write it under tags of the entries that are meant.',
      'meta.site.versions[5]: "Chef é" cannot be the end of an address, which has at most 26 lower-case letters, digits and single dashes; write chef-e, and until then this version is not made.',
    ],
  ],
  [
    'a slip in a version is told of as anywhere',
    '{versions: {lead: {lable: Boss, colour: red}}}',
    [
      'meta.site.versions.lead.lable: "lable" is not a key here; did you mean "label"? Rename it.',
      'meta.site.versions.lead.colour: "colour" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
    ],
  ],
] as const) {
  test(title, () => {
    const { problems } = parseResume(`basics: {name: J}\n${work}meta: {site: ${site}}`, 'yaml');
    assert.deepEqual(problems.map(({ path, message }) => `${path}: ${message}`).sort(), [...notes].sort());
  });
}

test('the same résumé in another language shows what the main page wants, and has versions of its own', () => {
  const main = parseResume(`basics: {name: J}\n${work}meta: {site: {tags: [lead], versions: {startup: }}}`, 'yaml');
  const parsed = parseResume(`basics: {name: J}\n${work}meta: {site: {versions: {bank: {tags: [cloud]}}}}`, 'yaml', {
    main,
  });
  assert.deepEqual(
    [list(parsed.resume), parsed.versions?.map(({ name, resume }) => [name, list(resume)])],
    ['A', [['bank', 'B']]],
  );
  assert.deepEqual(parsed.problems, []);
});

test('as many versions as anybody needs are made', () => {
  const names = Array.from({ length: 52 }, (_, index) => `v${index}`);
  const text = `basics: {name: J}\nwork: [{name: A, tags: [${names.slice(0, 50)}]}]\nmeta: {site: {versions: [${names}]}}`;
  const { problems, versions } = parseResume(text, 'yaml');
  assert.equal(versions?.length, 50);
  assert.deepEqual(
    problems.map(({ path, message }) => `${path}: ${message}`),
    ['meta.site.versions[50]: More than 50 versions are not made; take some away.'],
  );
});

test('--fix takes no tag away, and renames none', () => {
  const text =
    'basics: {name: J}\nwork:\n  - website: https://a.example\n    url:\n    tags: [lead]\n    name: A\n    technologies: [Go]\nmeta: {site: {versions: {lead: }}}\n';
  const fixed = fixResume(text, 'yaml').text;
  assert.match(fixed, /tags: \[lead\]/);
  assert.deepEqual(parseResume(fixed, 'yaml').versions?.[0]?.resume.work, [
    { url: 'https://a.example', name: 'A', keywords: ['Go'] },
  ]);
});

test('the data of every version lacks what is private, and what says so', () => {
  const text =
    'basics: {name: J}\nwork: [{name: A, tags: [lead]}, {name: B, tags: [bank]}, {name: C}]\nmeta: {theme: x, site: {private: [work.0, references.*.phone], versions: {lead: }}}\nreferences: [{name: D, phone: "1"}]\n';
  const { source, versions } = parseResume(text, 'yaml');
  const everybody = {
    basics: { name: 'J' },
    work: [{ name: 'B' }, { name: 'C' }],
    meta: { theme: 'x' },
    references: [{ name: 'D' }],
  };
  assert.deepEqual(source, everybody);
  assert.deepEqual(versions?.[0]?.source, { ...everybody, work: [{ name: 'C' }] });
});
