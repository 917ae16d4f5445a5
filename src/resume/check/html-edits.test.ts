import assert from 'node:assert/strict';
import test from 'node:test';
import { type Told, tellAll } from '../../../test/resume/tell-all.ts';

const cases: readonly (readonly [title: string, text: string, told: Told])[] = [
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
    'HTML where Markdown may stand',
    'basics:\n  name: J\n  summary: <b>a</b>\nwork: [{description: <b>a</b>, highlights: [<b>a</b>], position: <b>a</b>, keywords: [<b>a</b>]}]\nskills: [{name: a, summary: <b>a</b>, level: <b>b</b>}]\nreferences: [{reference: <b>a</b>}]\nprojects: [{description: <b>a</b>}]\n',
    {
      resume: {
        basics: { name: 'J', summary: '**a**' },
        work: [{ description: '**a**', highlights: ['**a**'], position: 'a', keywords: ['a'] }],
        skills: [{ name: 'a', summary: '**a**', level: 'b' }],
        references: [{ reference: '**a**' }],
        projects: [{ description: '**a**' }],
      },
      notes: [
        '3:12 basics.summary: This text holds HTML; write Markdown in its place, as check --fix does.',
        '4:22 work[0].description: This text holds HTML; write Markdown in its place, as check --fix does.',
        '4:45 work[0].highlights[0]: This text holds HTML; write Markdown in its place, as check --fix does.',
        '4:66 work[0].position: This text holds HTML; write plain text in its place, as check --fix does.',
        '4:87 work[0].keywords[0]: This text holds HTML; write plain text in its place, as check --fix does.',
        '5:29 skills[0].summary: This text holds HTML; write Markdown in its place, as check --fix does.',
        '5:46 skills[0].level: This text holds HTML; write plain text in its place, as check --fix does.',
        '6:26 references[0].reference: This text holds HTML; write Markdown in its place, as check --fix does.',
        '7:26 projects[0].description: This text holds HTML; write Markdown in its place, as check --fix does.',
      ],
      fixed:
        'basics:\n  name: J\n  summary: "**a**"\nwork: [{description: "**a**", highlights: ["**a**"], position: a, keywords: [a]}]\nskills: [{name: a, summary: "**a**", level: b}]\nreferences: [{reference: "**a**"}]\nprojects: [{description: "**a**"}]\n',
      fixes: [
        '3:12 basics.summary: Turned HTML into Markdown.',
        '4:22 work[0].description: Turned HTML into Markdown.',
        '4:45 work[0].highlights[0]: Turned HTML into Markdown.',
        '4:66 work[0].position: Turned HTML into plain text.',
        '4:87 work[0].keywords[0]: Turned HTML into plain text.',
        '5:29 skills[0].summary: Turned HTML into Markdown.',
        '5:46 skills[0].level: Turned HTML into plain text.',
        '6:26 references[0].reference: Turned HTML into Markdown.',
        '7:26 projects[0].description: Turned HTML into Markdown.',
      ],
    },
  ],
];

for (const [title, text, told] of cases) {
  test(`All is told of ${title}`, () => {
    assert.deepEqual(tellAll(text), told);
  });
}
