import assert from 'node:assert/strict';
import test from 'node:test';
import { fixResume } from '../fix-resume.ts';
import { parseResume } from '../parse-resume.ts';

const nothing = 'no section of this résumé';
const neither = 'no section of this résumé and no word of its page';

const cases: readonly {
  readonly title: string;
  /** What stands at the root beside the name and meta. */
  readonly root?: string;
  /** What meta.site has. */
  readonly site: string;
  readonly read: object;
  readonly notes?: readonly string[];
  /** What meta.site has after a fix; the same where it is left out. */
  readonly fixed?: string;
}[] = [
  {
    title: 'sections of the schema, of the person, and words of the page',
    root: 'talks: [{title: A}]',
    site: '{order: [talks, projects], labels: {talks: T, work: W, present: P, notFound: N}}',
    read: { order: ['talks', 'projects'], labels: { talks: 'T', work: 'W', present: 'P', notFound: 'N' } },
  },
  {
    title: 'other names, other spellings and slips',
    root: 'Talks: [{title: A}]',
    site: '{order: [experience, talks, skils], labels: {hobbies: H, TALKS: T, persent: P}}',
    read: { order: ['work', 'Talks', 'skills'], labels: { interests: 'H', Talks: 'T', present: 'P' } },
    notes: [
      `order[0]: "experience" is ${nothing}; did you mean "work"? Write that name.`,
      `order[1]: "talks" is ${nothing}; did you mean "Talks"? Write that name.`,
      `order[2]: "skils" is ${nothing}; did you mean "skills"? Write that name.`,
      `labels.hobbies: "hobbies" is ${neither}; did you mean "interests"? Write that name.`,
      `labels.TALKS: "TALKS" is ${neither}; did you mean "Talks"? Write that name.`,
      `labels.persent: "persent" is ${neither}; did you mean "present"? Write that name.`,
    ],
    fixed: '{order: [work, Talks, skills], labels: {interests: H, Talks: T, present: P}}',
  },
  {
    title: 'an own section that has the other name of one',
    root: 'work: [{name: A}]\nexperience: [{name: B}]',
    site: '{order: [experience, work], labels: {experience: E}}',
    read: { order: ['experience', 'work'], labels: { experience: 'E' } },
    notes: [
      'experience: "experience" is called "work" in JSON Resume, which is here already, so this becomes a section of its own.',
    ],
  },
  {
    title: 'an own section that has the second of two other names',
    root: 'jobs: [{name: A}]\nexperience: [{name: B}]',
    site: '{order: [experience, work]}',
    read: { order: ['experience', 'work'] },
    notes: [
      'jobs: "jobs" is called "work" in JSON Resume; rename it.',
      'experience: "experience" is called "work" in JSON Resume, which is here already, so this becomes a section of its own.',
    ],
  },
  {
    title: 'one that is there by its other name, and what is two letters off',
    root: 'jobs: [{name: A}]',
    site: '{order: [jobs, certifcats], labels: {certifcats: C}}',
    read: { order: ['work', 'certifcats'], labels: { certifcats: 'C' } },
    notes: [
      'jobs: "jobs" is called "work" in JSON Resume; rename it.',
      `order[0]: "jobs" is ${nothing}; did you mean "work"? Write that name.`,
      `order[1]: "certifcats" is ${nothing}; did you mean "certificates"? Write that name; until then it moves nothing.`,
      `labels.certifcats: "certifcats" is ${neither}; did you mean "certificates"? Write that name; until then it names nothing.`,
    ],
    fixed: '{order: [work, certifcats], labels: {certifcats: C}}',
  },
  {
    title: 'one of more sections than anybody has',
    root: Array.from({ length: 190 }, (_, index) => `own${index}: [A]`).join('\n'),
    site: '{order: [own1, wrok], labels: {own2: O}}',
    read: { order: ['own1', 'wrok'], labels: { own2: 'O' } },
    notes: [`order[1]: "wrok" is ${nothing}; write one, such as work; until then it moves nothing.`],
  },
  {
    title: 'what is no section',
    root: 'motto: "Tea"',
    site: '{order: [basics, contact, motto, work], labels: {foo: F, basics: B}}',
    read: { order: ['basics', 'contact', 'motto', 'work'], labels: { foo: 'F', basics: 'B' } },
    notes: [
      ...['basics', 'contact', 'motto'].map(
        (name, index) =>
          `order[${index}]: "${name}" is ${nothing}; write one, such as work; until then it moves nothing.`,
      ),
      ...['foo', 'basics'].map(
        (name) => `labels.${name}: "${name}" is ${neither}; write one, such as work; until then it names nothing.`,
      ),
    ],
  },
  {
    title: 'two labels for one thing',
    site: '{labels: {wrok: A, work: B, skils: C, skill: D}}',
    read: { labels: { wrok: 'A', work: 'B', skills: 'C', skill: 'D' } },
    notes: [
      `labels.wrok: "wrok" is ${neither}; did you mean "work"? Write that name; until then it names nothing.`,
      `labels.skils: "skils" is ${neither}; did you mean "skills"? Write that name.`,
      `labels.skill: "skill" is ${neither}; did you mean "skills"? Write that name; until then it names nothing.`,
    ],
    fixed: '{labels: {wrok: A, work: B, skills: C, skill: D}}',
  },
];

for (const { title, root = 'talks:', site, read, notes = [], fixed = site } of cases) {
  test(`meta.site names ${title}`, () => {
    const write = (settings: string) => `basics: {name: J}\n${root}\nmeta:\n  site: ${settings}\n`;
    const { resume, problems } = parseResume(write(site), 'yaml');
    assert.deepEqual(resume?.meta?.site, read);
    const told = problems.map(({ path, message }) => `${path.replace('meta.site.', '')}: ${message}`);
    assert.deepEqual(
      told.filter((line) => !line.startsWith('motto') && !line.startsWith('Talks:')),
      notes,
    );
    const { text } = fixResume(write(site), 'yaml');
    assert.ok(text.includes(`  site: ${fixed}\n`), text);
    assert.equal(fixResume(text, 'yaml').text, text);
  });
}

test('the order of a version names sections too', () => {
  const text =
    'basics: {name: J}\nmeta: {site: {versions: {lead: {tags: [a], order: [skils]}}}}\nwork: [{name: A, tags: [a]}]\n';
  const { problems, versions } = parseResume(text, 'yaml') as Extract<
    ReturnType<typeof parseResume>,
    { versions: unknown }
  >;
  assert.deepEqual(
    problems.map(({ path }) => path),
    ['meta.site.versions.lead.order[0]'],
  );
  assert.deepEqual(versions[0]?.resume.meta?.site?.order, ['skills']);
});

test('a section of the person is one in every version, whoever else it stands beside', () => {
  const text =
    'basics: {name: J}\nmeta: {site: {versions: {lead: {tags: [b]}}}}\nwork: [{name: A, tags: [a]}]\nexperience: [{name: B, tags: [b]}]\n';
  const { versions } = parseResume(text, 'yaml') as Extract<ReturnType<typeof parseResume>, { versions: unknown }>;
  const { work, sections } = versions[0]?.resume ?? {};
  assert.deepEqual(
    { work, sections },
    { work: undefined, sections: [{ key: 'experience', entries: [{ title: 'B' }] }] },
  );
});

const lists: readonly (readonly [title: string, root: string, read: object])[] = [
  [
    'one with nearly the name of a key is none, beside the right one',
    'certificates: [{name: A}]\ncertifcats: [{name: B}]',
    { certificates: [{ name: 'A' }] },
  ],
  [
    'one with nearly the name of a key makes none of another name of it',
    'certifcats: [{name: A}]\ncertifications: [{name: B}]',
    { certificates: [{ name: 'B' }] },
  ],
  ['a second name that says the same makes none', 'work: [{name: A}]\njobs: [{name: A}]', { work: [{ name: 'A' }] }],
  ['a second name of nothing is none', 'jobs: []\nexperience: [{name: A}]', { work: [{ name: 'A' }] }],
];

for (const [title, root, read] of lists) {
  test(`Of the lists of a résumé, ${title}`, () => {
    assert.deepEqual(parseResume(`basics: {name: J}\n${root}\n`, 'yaml').resume, { basics: { name: 'J' }, ...read });
  });
}
