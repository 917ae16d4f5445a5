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
];

for (const [title, text, told] of cases) {
  test(`All is told of ${title}`, () => {
    assert.deepEqual(tellAll(text), told);
  });
}
