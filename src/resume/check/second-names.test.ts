import assert from 'node:assert/strict';
import test from 'node:test';
import { type Told, tellAll } from '../../../test/resume/tell-all.ts';

const cases: readonly (readonly [title: string, text: string, told: Told])[] = [
  [
    'a second name after a block, and in one',
    'basics:\n  name: J\nwork:\n- summary: |\n    A\n  name: B\n  company: |\n    B\n- name: C\n  company: |\n    C\n  url: https://a.example\n',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { summary: 'A', name: 'B' },
          { name: 'C', url: 'https://a.example' },
        ],
      },
      fixed:
        'basics:\n  name: J\nwork:\n- summary: |\n    A\n  name: B\n  company: |\n    B\n- name: C\n  url: https://a.example\n',
      fixes: ['10:3 work[1].company: Removed "company", which "name" says as well.'],
    },
  ],
  [
    'a second name with a comment before the colon or the value',
    'basics:\n  name: J\nwork:\n- name: A\n  company: # c\n    A\n  url: https://a.example\n- name: A\n  company: A # c\n- name: A\n  # c\n  company: A\n- name: A\n  company: # c\n  url: https://b.example\n- company: # c\n  name: A\n',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { name: 'A', url: 'https://a.example' },
          { name: 'A' },
          { name: 'A' },
          { name: 'A', url: 'https://b.example' },
          { name: 'A' },
        ],
      },
      fixed:
        'basics:\n  name: J\nwork:\n- name: A\n  company: # c\n    A\n  url: https://a.example\n- name: A # c\n- name: A\n  # c\n  company: A\n- name: A\n  company: # c\n  url: https://b.example\n- company: # c\n  name: A\n',
      fixes: ['9:3 work[1].company: Removed "company", which "name" says as well.'],
    },
  ],
  [
    'second names in JSON with comments',
    '{ "basics": { "name": "J" }, "work": [{ "name": "A", "company": "A" /* c */, "url": "https://a.example" }, { "name": "A", /* c */ "company": "A" }, { "name": "A", "company": /* c */ "A" }, { "name": "A", "company": null, "url": "https://a.example" }, { "name": "A", "company": null }, { "keywords": ["a"], "tags": ["a"] }, { "keywords": ["a"], "tags": [ /* c */ "a"], "name": "B" }, { "company": "A", "name": "A" }] }',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { name: 'A', url: 'https://a.example' },
          { name: 'A' },
          { name: 'A' },
          { name: 'A', url: 'https://a.example' },
          { name: 'A' },
          { keywords: ['a'] },
          { keywords: ['a'], name: 'B' },
          { name: 'A' },
        ],
      },
      fixed:
        '{ "basics": { "name": "J" }, "work": [{ "name": "A", "company": "A" /* c */, "url": "https://a.example" }, { "name": "A", /* c */ "company": "A" }, { "name": "A", "company": /* c */ "A" }, { "name": "A", "url": "https://a.example" }, { "name": "A" }, { "keywords": ["a"] }, { "keywords": ["a"], "tags": [ /* c */ "a"], "name": "B" }, { "name": "A" }] }',
      fixes: [
        '1:205 work[3].company: Removed "company", which "name" says as well.',
        '1:267 work[4].company: Removed "company", which "name" says as well.',
        '1:307 work[5].tags: Removed "tags", which "keywords" says as well.',
        '1:386 work[7].company: Removed "company", which "name" says as well.',
      ],
    },
  ],
  [
    'a second name with space before its colon',
    'basics:\n  name: J\nwork:\n- name: A\n  company :   A\n  url: https://a.example\n',
    {
      resume: { basics: { name: 'J' }, work: [{ name: 'A', url: 'https://a.example' }] },
      fixed: 'basics:\n  name: J\nwork:\n- name: A\n  url: https://a.example\n',
      fixes: ['5:3 work[0].company: Removed "company", which "name" says as well.'],
    },
  ],
  [
    'a second name in JSON with a comment before its colon',
    '{ "basics": { "name": "J" }, "work": [{ "name": "A", "company" /* c */: "A", "url": "https://a.example" }, { "name": "A", "company"  :  "A" }, { "name": "A", "company": "A", // c\n "url": "https://a.example" }, { "keywords": ["a"], "tags": [ // c\n "a"], "name": "B" }] }',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { name: 'A', url: 'https://a.example' },
          { name: 'A' },
          { name: 'A', url: 'https://a.example' },
          { keywords: ['a'], name: 'B' },
        ],
      },
      fixed:
        '{ "basics": { "name": "J" }, "work": [{ "name": "A", "company" /* c */: "A", "url": "https://a.example" }, { "name": "A" }, { "name": "A", "company": "A", // c\n "url": "https://a.example" }, { "keywords": ["a"], "tags": [ // c\n "a"], "name": "B" }] }',
      fixes: ['1:123 work[1].company: Removed "company", which "name" says as well.'],
    },
  ],
  [
    'a second list in brackets and one with hyphens',
    'basics:\n  name: J\nprojects:\n- keywords: [a]\n  tags: [a]\n- keywords: [a]\n  tags:\n  - a # c\n  name: P\n- keywords:\n  - a\n  tags:\n  - a\n  name: P\n',
    {
      resume: {
        basics: { name: 'J' },
        projects: [{ keywords: ['a'] }, { keywords: ['a'], name: 'P' }, { keywords: ['a'], name: 'P' }],
      },
      fixed:
        'basics:\n  name: J\nprojects:\n- keywords: [a]\n- keywords: [a]\n  tags:\n  - a # c\n  name: P\n- keywords:\n  - a\n  name: P\n',
      fixes: [
        '5:3 projects[0].tags: Removed "tags", which "keywords" says as well.',
        '12:3 projects[2].tags: Removed "tags", which "keywords" says as well.',
      ],
    },
  ],
  [
    'an empty second name before others',
    'basics:\n  name: J\nwork:\n- name: A\n  company:\n\n  url: https://a.example\n- name: A\n  company: # c\n- name: A\n  company: ""\n  url: https://a.example\n- name: A\n  company: ~ # c\n  url: https://a.example\n',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { name: 'A', url: 'https://a.example' },
          { name: 'A' },
          { name: 'A', url: 'https://a.example' },
          { name: 'A', url: 'https://a.example' },
        ],
      },
      fixed:
        'basics:\n  name: J\nwork:\n- name: A\n  url: https://a.example\n- name: A\n  company: # c\n- name: A\n  url: https://a.example\n- name: A\n  company: ~ # c\n  url: https://a.example\n',
      fixes: [
        '5:3 work[0].company: Removed "company", which "name" says as well.',
        '11:3 work[2].company: Removed "company", which "name" says as well.',
      ],
    },
  ],
];

for (const [title, text, told] of cases) {
  test(`All is told of ${title}`, () => {
    assert.deepEqual(tellAll(text), told);
  });
}
