import assert from 'node:assert/strict';
import test from 'node:test';
import { type Told, tellAll } from '../../../test/resume/tell-all.ts';

const cases: readonly (readonly [title: string, text: string, told: Told])[] = [
  [
    'a comma, a colon and a sign that YAML would read otherwise',
    'basics:\n  name: J\n  location: "a, b"\nskills: ["a: b", "x #y", "null", "- z", "#", "true", "a:", "(x)", "/y", "", "é"]\n',
    {
      resume: {
        basics: { name: 'J', location: { city: 'a, b' } },
        skills: [
          { name: 'a: b' },
          { name: 'x #y' },
          { name: 'null' },
          { name: '- z' },
          { name: '#' },
          { name: 'true' },
          { name: 'a:' },
          { name: '(x)' },
          { name: '/y' },
          { name: 'é' },
        ],
      },
      notes: [
        '3:13 basics.location: This is a text, but a group of keys belongs here; write { city: "a, b" }.',
        '4:10 skills[0]: This is a text, but a group of keys belongs here; write { name: "a: b" }, and so the other 9.',
      ],
      fixed:
        'basics:\n  name: J\n  location: { city: "a, b" }\nskills: [{ name: "a: b" }, { name: "x #y" }, { name: "null" }, { name: "- z" }, { name: "#" }, { name: "true" }, { name: "a:" }, { name: "(x)" }, { name: "/y" }, "", { name: "é" }]\n',
      fixes: [
        '3:13 basics.location: Wrote { city: "a, b" }.',
        '4:10 skills[0]: Wrote 10 texts as groups, such as { name: "a: b" }.',
      ],
    },
  ],
  [
    'plain texts that need quotes as a value',
    "basics:\n  name: J\nwork:\n- highlights: a # c\n- highlights: \"a #b\"\n- highlights: a [b]\n- highlights: a {b}\n- highlights: a, b\n- highlights: |\n    a\n    b\n- highlights: 'it''s'\n",
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { highlights: ['a'] },
          { highlights: ['a #b'] },
          { highlights: ['a [b]'] },
          { highlights: ['a {b}'] },
          { highlights: ['a, b'] },
          { highlights: ['a\nb'] },
          { highlights: ["it's"] },
        ],
      },
      notes: [
        '4:15 work[0].highlights: This is a text, but a list belongs here; write [a].',
        '5:15 work[1].highlights: This is a text, but a list belongs here; write ["a #b"].',
        '6:15 work[2].highlights: This is a text, but a list belongs here; write ["a [b]"].',
        '7:15 work[3].highlights: This is a text, but a list belongs here; write ["a {b}"].',
        '8:15 work[4].highlights: This is a text, but a list belongs here; write ["a, b"].',
        '9:15 work[5].highlights: This is a text, but a list belongs here; write a list.',
        "12:15 work[6].highlights: This is a text, but a list belongs here; write ['it''s'].",
      ],
      fixed:
        'basics:\n  name: J\nwork:\n- highlights: [a] # c\n- highlights: ["a #b"]\n- highlights: ["a [b]"]\n- highlights: ["a {b}"]\n- highlights: ["a, b"]\n- highlights: |\n    a\n    b\n- highlights: [\'it\'\'s\']\n',
      fixes: [
        '4:15 work[0].highlights: Wrote [a].',
        '5:15 work[1].highlights: Wrote ["a #b"].',
        '6:15 work[2].highlights: Wrote ["a [b]"].',
        '7:15 work[3].highlights: Wrote ["a {b}"].',
        '8:15 work[4].highlights: Wrote ["a, b"].',
        "12:15 work[6].highlights: Wrote ['it''s'].",
      ],
    },
  ],
  [
    'HTML in every kind of quotes',
    "basics:\n  name: J\n  summary: <b>a</b>&#58; b\n  label: '<b>it''s</b>'\nwork:\n- summary: '<p>a</p><p>b</p>'\n- summary: \"<b>q</b>\"\n- summary: <i>a</i>\n- summary: <p>a &#35;b</p>\n- name: <b>null</b>\n- name: <b>x:</b>\n- name: <b>(y)</b>\n- name: <b>%z</b>\n",
    {
      resume: {
        basics: { name: 'J', summary: '**a**: b', label: "it's" },
        work: [
          { summary: 'a\n\nb' },
          { summary: '**q**' },
          { summary: '*a*' },
          { summary: 'a #b' },
          { name: 'null' },
          { name: 'x:' },
          { name: '(y)' },
          { name: '%z' },
        ],
      },
      notes: [
        '3:12 basics.summary: This text holds HTML; write Markdown in its place, as check --fix does.',
        '4:10 basics.label: This text holds HTML; write plain text in its place, as check --fix does.',
        '6:12 work[0].summary: This text holds HTML; write Markdown in its place, as check --fix does.',
        '7:12 work[1].summary: This text holds HTML; write Markdown in its place, as check --fix does.',
        '8:12 work[2].summary: This text holds HTML; write Markdown in its place, as check --fix does.',
        '9:12 work[3].summary: This text holds HTML; write Markdown in its place, as check --fix does.',
        '10:9 work[4].name: This text holds HTML; write plain text in its place, as check --fix does.',
        '11:9 work[5].name: This text holds HTML; write plain text in its place, as check --fix does.',
        '12:9 work[6].name: This text holds HTML; write plain text in its place, as check --fix does.',
        '13:9 work[7].name: This text holds HTML; write plain text in its place, as check --fix does.',
      ],
      fixed:
        'basics:\n  name: J\n  summary: "**a**: b"\n  label: \'it\'\'s\'\nwork:\n- summary: "a\\n\\nb"\n- summary: "**q**"\n- summary: "*a*"\n- summary: "a #b"\n- name: "null"\n- name: "x:"\n- name: (y)\n- name: "%z"\n',
      fixes: [
        '3:12 basics.summary: Turned HTML into Markdown.',
        '4:10 basics.label: Turned HTML into plain text.',
        '6:12 work[0].summary: Turned HTML into Markdown.',
        '7:12 work[1].summary: Turned HTML into Markdown.',
        '8:12 work[2].summary: Turned HTML into Markdown.',
        '9:12 work[3].summary: Turned HTML into Markdown.',
        '10:9 work[4].name: Turned HTML into plain text.',
        '11:9 work[5].name: Turned HTML into plain text.',
        '12:9 work[6].name: Turned HTML into plain text.',
        '13:9 work[7].name: Turned HTML into plain text.',
      ],
    },
  ],
  [
    'HTML in blocks',
    'basics:\n  name: J\n  summary: |-\n    <p>One</p>\n\n    <p>Two</p>\nwork:\n- summary: >+\n    <b>x</b>\n\n- summary: |2\n    <b>y</b>\n- summary: |\n\n    <b>z</b>\n  name: A\n',
    {
      resume: {
        basics: { name: 'J', summary: 'One\n\nTwo' },
        work: [{ summary: '**x**' }, { summary: '**y**' }, { summary: '**z**', name: 'A' }],
      },
      notes: [
        '3:12 basics.summary: This text holds HTML; write Markdown in its place, as check --fix does.',
        '8:12 work[0].summary: This text holds HTML; write Markdown in its place, as check --fix does.',
        '11:12 work[1].summary: This text holds HTML; write Markdown in its place, as check --fix does.',
        '13:12 work[2].summary: This text holds HTML; write Markdown in its place, as check --fix does.',
      ],
      fixed:
        'basics:\n  name: J\n  summary: |-\n    One\n\n    Two\nwork:\n- summary: |+\n    **x**\n- summary: |2\n    **y**\n- summary: |\n    **z**\n  name: A\n',
      fixes: [
        '3:12 basics.summary: Turned HTML into Markdown.',
        '8:12 work[0].summary: Turned HTML into Markdown.',
        '11:12 work[1].summary: Turned HTML into Markdown.',
        '13:12 work[2].summary: Turned HTML into Markdown.',
      ],
    },
  ],
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
        '{ "basics": { "name": "J" }, "work": [{ "name": "A", "company": "A" /* c */, "url": "https://a.example" }, { "name": "A", /* c */ "company": "A" }, { "name": "A", "company": /* c */ "A" }, { "name": "A", "url": "https://a.example" }, { "name": "A", "company": null }, { "keywords": ["a"] }, { "keywords": ["a"], "tags": [ /* c */ "a"], "name": "B" }, { "name": "A" }] }',
      fixes: [
        '1:205 work[3].company: Removed "company", which "name" says as well.',
        '1:307 work[5].tags: Removed "tags", which "keywords" says as well.',
        '1:386 work[7].company: Removed "company", which "name" says as well.',
      ],
    },
  ],
  [
    'two dates in JSON beside others on a line',
    '{ "basics": { "name": "J" }, "work": [\n  { "startDate": "2015-2017", "name": "A" },\n  { "name": "B",\n    "startDate": "2015-2017" }, {\r\n  "endDate": "2015-2017" } ] }',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { startDate: '2015', endDate: '2017', name: 'A' },
          { startDate: '2015', endDate: '2017', name: 'B' },
          { endDate: '2017', startDate: '2015' },
        ],
      },
      notes: [
        '2:18 work[0].startDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
        '4:18 work[1].startDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
        '5:14 work[2].endDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
      ],
      fixed:
        '{ "basics": { "name": "J" }, "work": [\n  { "startDate": "2015", "endDate": "2017", "name": "A" },\n  { "name": "B",\n    "startDate": "2015",\r\n    "endDate": "2017" }, {\r\n  "endDate": "2017",\r\n  "startDate": "2015" } ] }',
      fixes: [
        '2:18 work[0].startDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
        '4:18 work[1].startDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
        '5:14 work[2].endDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
      ],
    },
  ],
  [
    'two dates in lists in lists',
    'basics:\n  name: J\nwork:\n  - name: A\n    positions:\n      - position: B\n        startDate: 2015-2017   # c\n      - startDate: 2015-2017\n',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { name: 'A', startDate: '2015', endDate: '2017', position: 'B' },
          { name: 'A', startDate: '2015', endDate: '2017' },
        ],
      },
      notes: [
        '7:20 work[0].positions[0].startDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
        '8:20 work[0].positions[1].startDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
      ],
      fixed:
        'basics:\n  name: J\nwork:\n  - name: A\n    positions:\n      - position: B\n        startDate: 2015   # c\n        endDate: 2017\n      - startDate: 2015\n        endDate: 2017\n',
      fixes: [
        '7:20 work[0].positions[0].startDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
        '8:20 work[0].positions[1].startDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
      ],
    },
  ],
  [
    'two dates in braces over several lines',
    'basics:\n  name: J\nwork: [{\n  startDate: 2015-2017,\n  name: A }, { name: B, endDate: 2015-2017 }]\n',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { startDate: '2015', endDate: '2017', name: 'A' },
          { endDate: '2017', startDate: '2015', name: 'B' },
        ],
      },
      notes: [
        '4:14 work[0].startDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
        '5:34 work[1].endDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
      ],
      fixed:
        'basics:\n  name: J\nwork: [{\n  startDate: 2015,\n  endDate: 2017,\n  name: A }, { name: B, endDate: 2017, startDate: 2015 }]\n',
      fixes: [
        '4:14 work[0].startDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
        '5:34 work[1].endDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
      ],
    },
  ],
  [
    'names that begin or end like null',
    'basics:\n  name: J\n  label: <b>nullable</b>\nwork:\n- name: <b>xnull</b>\n- name: <b>Null</b>\n- name: <b>NULL</b>\n',
    {
      resume: {
        basics: { name: 'J', label: 'nullable' },
        work: [{ name: 'xnull' }, { name: 'Null' }, { name: 'NULL' }],
      },
      notes: [
        '3:10 basics.label: This text holds HTML; write plain text in its place, as check --fix does.',
        '5:9 work[0].name: This text holds HTML; write plain text in its place, as check --fix does.',
        '6:9 work[1].name: This text holds HTML; write plain text in its place, as check --fix does.',
        '7:9 work[2].name: This text holds HTML; write plain text in its place, as check --fix does.',
      ],
      fixed: 'basics:\n  name: J\n  label: nullable\nwork:\n- name: xnull\n- name: "Null"\n- name: "NULL"\n',
      fixes: [
        '3:10 basics.label: Turned HTML into plain text.',
        '5:9 work[0].name: Turned HTML into plain text.',
        '6:9 work[1].name: Turned HTML into plain text.',
        '7:9 work[2].name: Turned HTML into plain text.',
      ],
    },
  ],
  [
    'HTML in a block after a line of spaces',
    'basics:\n  name: J\n  summary: |\n   \n    <b>z</b>\n',
    {
      resume: { basics: { name: 'J', summary: '**z**' } },
      notes: ['3:12 basics.summary: This text holds HTML; write Markdown in its place, as check --fix does.'],
      fixed: 'basics:\n  name: J\n  summary: |\n    **z**\n',
      fixes: ['3:12 basics.summary: Turned HTML into Markdown.'],
    },
  ],
  [
    'HTML in a block at the end of the file',
    'basics:\n  name: J\n  summary: |\n    <b>z</b>',
    {
      resume: { basics: { name: 'J', summary: '**z**' } },
      notes: ['3:12 basics.summary: This text holds HTML; write Markdown in its place, as check --fix does.'],
      fixed: 'basics:\n  name: J\n  summary: |\n    **z**',
      fixes: ['3:12 basics.summary: Turned HTML into Markdown.'],
    },
  ],
  [
    'an apostrophe and a comma in a plain text',
    "basics:\n  name: J\nwork:\n- highlights: it's, b\n- highlights: it's\n",
    {
      resume: { basics: { name: 'J' }, work: [{ highlights: ["it's, b"] }, { highlights: ["it's"] }] },
      notes: [
        '4:15 work[0].highlights: This is a text, but a list belongs here; write ["it\'s, b"].',
        "5:15 work[1].highlights: This is a text, but a list belongs here; write [it's].",
      ],
      fixed: 'basics:\n  name: J\nwork:\n- highlights: ["it\'s, b"]\n- highlights: [it\'s]\n',
      fixes: ['4:15 work[0].highlights: Wrote ["it\'s, b"].', "5:15 work[1].highlights: Wrote [it's]."],
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
