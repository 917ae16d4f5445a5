import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { completeResume } from '../../test/fixtures/resumes.ts';
import { createOutline } from './create-outline.ts';

const sections = (resume: Resume) =>
  createOutline(resume, new Map()).outline.sections.map(({ key, side }) => `${side} ${key}`);

test('the sections stand in the order of the specification, the main column first', () => {
  assert.deepEqual(sections(completeResume), [
    'main work',
    'main volunteer',
    'main education',
    'main projects',
    'main publications',
    'aside skills',
    'aside languages',
    'aside interests',
    'aside certificates',
    'aside awards',
    'aside references',
  ]);
});

const base: Resume = {
  basics: { name: 'A' },
  work: [{ name: 'B' }],
  education: [{ institution: 'C' }],
  sections: [{ key: 'talks', entries: [{ title: 'D', date: '2020' }] }],
  skills: [{ name: 'E' }],
  languages: [{ language: 'F' }],
};
const orders: readonly [order: readonly string[], sections: readonly string[]][] = [
  [[], ['main work', 'main education', 'main talks', 'aside skills', 'aside languages']],
  [
    ['talks', 'education'],
    ['main talks', 'main education', 'main work', 'aside skills', 'aside languages'],
  ],
  [['languages'], ['main work', 'main education', 'main talks', 'aside languages', 'aside skills']],
  [
    ['skills', 'work'],
    ['main skills', 'main work', 'main education', 'main talks', 'aside languages'],
  ],
  [
    ['none', 'talks', 'talks'],
    ['main talks', 'main work', 'main education', 'aside skills', 'aside languages'],
  ],
];

for (const [order, expected] of orders) {
  test(`the order ${order.join(', ') || 'of nothing'} gives ${expected.join(', ')}`, () => {
    assert.deepEqual(sections({ ...base, meta: { site: { order } } }), expected);
  });
}

test('a résumé without anything for the main column has its sections there', () => {
  assert.deepEqual(sections({ basics: { name: 'A' }, skills: [{ name: 'B' }] }), ['main skills']);
});

test('roles in a row at one employer are one entry', () => {
  const work = [
    { name: 'A', position: 'B', url: 'https://a.example' },
    { name: 'A', position: 'C' },
    { name: 'D' },
    { name: 'A' },
  ];
  const [section] = createOutline({ basics: { name: 'N' }, work }, new Map()).outline.sections;
  assert.deepEqual(
    section?.groups[0]?.entries.map(({ title, roles }) => [title, roles.map((role) => role.title?.text)]),
    [
      [{ text: 'A', url: 'https://a.example' }, ['B', 'C']],
      [{ text: 'D', url: undefined }, []],
      [{ text: 'A', url: undefined }, []],
    ],
  );
});

const keys: readonly [key: string, heading: string][] = [
  ['researchGrants', 'Research grants'],
  ['research_grants', 'Research grants'],
  ['research-_-grants', 'Research grants'],
  ['talksAtPyCon', 'Talks at py con'],
  ['PhD', 'PhD'],
  ['openDATA', 'OpenDATA'],
  ['ärzteKammer', 'Ärzte kammer'],
  ['職歴', '職歴'],
];

for (const [key, heading] of keys) {
  test(`the key ${key} is the heading "${heading}"`, () => {
    const sections = [{ key, entries: [{ title: 'T' }] }];
    assert.equal(
      createOutline({ basics: { name: 'A' }, sections }, new Map()).outline.sections[0]?.heading.text,
      heading,
    );
  });
}
