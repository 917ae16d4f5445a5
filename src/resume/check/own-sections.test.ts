import assert from 'node:assert/strict';
import test from 'node:test';
import { type Told, tellAll } from '../../../test/resume/tell-all.ts';
import { parseResume } from '../parse-resume.ts';

const cases: readonly (readonly [title: string, text: string, told: Told])[] = [
  [
    'parts that do not fit',
    'basics:\n  name: J\ntalks:\n- {title: {a: b, c:, d: [e, f]}, url: nowhere, location: [x, y], date: {x: y}}\n- {title: a, name: b, heading: ""}\n- {highlights: x, keywords: [a, ""], summary: [b, c]}\n- {highlights: {a: x}, keywords: {b: y}, tags: z}\n- {url: "javascript:alert(1)", date: " "}\n- {"": x, y: z}\n- {t: a, "": x}\n',
    {
      resume: {
        basics: { name: 'J' },
        sections: [
          {
            key: 'talks',
            entries: [
              {
                title: 'a: b, d: e, f',
                details: [
                  { label: 'url', value: 'nowhere' },
                  { label: 'location', value: 'x, y' },
                  { label: 'date', value: 'x: y' },
                ],
              },
              { title: 'a', details: [{ label: 'name', value: 'b' }] },
              { highlights: ['x'], keywords: ['a'], summary: 'b\n\nc' },
              { highlights: ['x'], keywords: ['y'], title: 'z' },
              { title: 'javascript:alert(1)' },
              { title: 'x', details: [{ label: 'y', value: 'z' }] },
              { title: 'a', details: [{ label: '–', value: 'x' }] },
            ],
          },
        ],
      },
    },
  ],
  [
    'dates of entries',
    'basics:\n  name: J\ntalks:\n- {title: t, date: 2015-2017}\n- {title: t, date: 2015 – now}\n- {title: t, start: 2015, end: Present}\n- {title: t, date: Jan 2015}\n- {title: t, date: 01/02/2015}\n- {title: t, start: 2015-2017, until: soon}\n- {title: t, date: Present}\n',
    {
      resume: {
        basics: { name: 'J' },
        sections: [
          {
            key: 'talks',
            entries: [
              { title: 't', startDate: '2015', endDate: '2017' },
              { title: 't', startDate: '2015' },
              { title: 't', startDate: '2015' },
              { title: 't', date: '2015-01' },
              { title: 't', date: '01/02/2015' },
              { title: 't', startDate: '2015-2017', endDate: 'soon' },
              { title: 't', date: 'Present' },
            ],
          },
        ],
      },
    },
  ],
  [
    'entries that are texts, lists and nothing',
    'basics:\n  name: J\ntalks:\n- a\n- [b, c]\n- [[d, e]]\n- ""\n- {}\n- {a:}\n- xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n- yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n- "f\\ng"\n- 5\nempty: ["", {a: ""}]\n',
    {
      resume: {
        basics: { name: 'J' },
        sections: [
          {
            key: 'talks',
            entries: [
              { title: 'a' },
              { title: 'b' },
              { title: 'c' },
              { title: 'd, e' },
              {
                title:
                  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
              },
              {
                summary:
                  'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy',
              },
              { summary: 'f\ng' },
              { title: '5' },
            ],
          },
        ],
      },
    },
  ],
  [
    'sections in the order of the file',
    'basics:\n  name: J\nb: [x]\na: [y]\nwork: [{name: A}]\nexperience: [{name: B}]\nc: [z]\n',
    {
      resume: {
        basics: { name: 'J' },
        work: [{ name: 'A' }],
        sections: [
          { key: 'b', entries: [{ title: 'x' }] },
          { key: 'a', entries: [{ title: 'y' }] },
          { key: 'experience', entries: [{ title: 'B' }] },
          { key: 'c', entries: [{ title: 'z' }] },
        ],
      },
      notes: [
        '6:1 experience: "experience" is called "work" in JSON Resume, which is here already, so this becomes a section of its own.',
      ],
    },
  ],
  [
    'a reserved and a double key in an entry',
    'basics:\n  name: J\ntalks: [{title: a, title: b, constructor: c}]\n',
    {
      resume: { basics: { name: 'J' }, sections: [{ key: 'talks', entries: [{ title: 'b' }] }] },
      notes: [
        '3:10 talks[0].title: "title" is written again in this group, and only the last one is read; keep one of them.',
        '3:30 talks[0].constructor: "constructor" is a reserved name, so the page leaves it out; choose another key.',
      ],
    },
  ],
  [
    'HTML in entries',
    'basics:\n  name: J\ntalks:\n- {title: <b>a</b>, subtitle: <b>b</b>, location: <b>c</b>, summary: <b>d</b>, highlights: [<b>e</b>], keywords: [<b>f</b>]}\n',
    {
      resume: {
        basics: { name: 'J' },
        sections: [
          {
            key: 'talks',
            entries: [
              { title: 'a', subtitle: 'b', location: 'c', summary: '**d**', highlights: ['**e**'], keywords: ['f'] },
            ],
          },
        ],
      },
      notes: [
        '4:11 talks[0].title: This text holds HTML; write plain text in its place, as check --fix does.',
        '4:31 talks[0].subtitle: This text holds HTML; write plain text in its place, as check --fix does.',
        '4:51 talks[0].location: This text holds HTML; write plain text in its place, as check --fix does.',
        '4:70 talks[0].summary: This text holds HTML; write Markdown in its place, as check --fix does.',
        '4:93 talks[0].highlights[0]: This text holds HTML; write Markdown in its place, as check --fix does.',
        '4:115 talks[0].keywords[0]: This text holds HTML; write plain text in its place, as check --fix does.',
      ],
      fixed:
        'basics:\n  name: J\ntalks:\n- {title: a, subtitle: b, location: c, summary: "**d**", highlights: ["**e**"], keywords: [f]}\n',
      fixes: [
        '4:11 talks[0].title: Turned HTML into plain text.',
        '4:31 talks[0].subtitle: Turned HTML into plain text.',
        '4:51 talks[0].location: Turned HTML into plain text.',
        '4:70 talks[0].summary: Turned HTML into Markdown.',
        '4:93 talks[0].highlights[0]: Turned HTML into Markdown.',
        '4:115 talks[0].keywords[0]: Turned HTML into plain text.',
      ],
    },
  ],
  [
    'parts with nothing but control characters',
    'basics:\n  name: J\ntalks:\n- {title: "\\u0007", summary: "\\u0007", location: "\\u0007", highlights: ["\\u0007"], keywords: "\\u0007", date: "\\u0007", url: "\\u0007", foo: "\\u0007", bar: x}\n- "\\u0007"\n- {a: "\\u0007"}\n- {summary: s, foo: x}\nothers: ["\\u0007"]\n',
    {
      resume: {
        basics: { name: 'J' },
        sections: [
          { key: 'talks', entries: [{ title: 'x' }, { summary: 's', details: [{ label: 'foo', value: 'x' }] }] },
        ],
      },
      notes: [
        '4:11 talks[0].title: U+0007 is an invisible control character, which no web page can hold; remove it.',
        '4:30 talks[0].summary: U+0007 is an invisible control character, which no web page can hold; remove it.',
        '4:50 talks[0].location: U+0007 is an invisible control character, which no web page can hold; remove it.',
        '4:73 talks[0].highlights[0]: U+0007 is an invisible control character, which no web page can hold; remove it.',
        '8:1 others: "others" is not a key here, and there is no other one for it, so the page leaves it out.',
      ],
      fixed:
        'basics:\n  name: J\ntalks:\n- {title: "", summary: "", location: "", highlights: [""], keywords: "\\u0007", date: "\\u0007", url: "\\u0007", foo: "\\u0007", bar: x}\n- "\\u0007"\n- {a: "\\u0007"}\n- {summary: s, foo: x}\nothers: ["\\u0007"]\n',
      fixes: [
        '4:11 talks[0].title: Removed U+0007.',
        '4:30 talks[0].summary: Removed U+0007.',
        '4:50 talks[0].location: Removed U+0007.',
        '4:73 talks[0].highlights[0]: Removed U+0007.',
      ],
    },
  ],
];

for (const [title, text, told] of cases) {
  test(`All is told of ${title}`, () => {
    assert.deepEqual(tellAll(text), told);
  });
}

const names = [
  ['title', 'title name heading degree role position what'],
  ['subtitle', 'subtitle organization organisation event venue conference institution company publisher issuer'],
  ['subtitle', 'awarder school agency funder journal'],
  ['date', 'date year releaseDate published publishedAt awarded when period dates'],
  ['startDate', 'start_date start from begin'],
  ['endDate', 'End-Date end to until'],
  ['location', 'location place city'],
  ['summary', 'summary description text abstract about note notes quote reference'],
  ['highlights', 'highlights points achievements bullets'],
  ['keywords', 'keywords tags technologies skills tools'],
  ['url', 'url website site web webpage homepage link links href uri'],
] as const;

for (const [place, written] of names) {
  test(`The ${place} of an entry is also called ${written.split(' ').slice(1).join(', ')}`, () => {
    const said = place === 'url' ? 'https://a.example' : '2015';
    for (const name of written.split(' ')) {
      const { sections } = parseResume(`basics: {name: J}\ntalks: [{${name}: "${said}"}]\n`, 'yaml').resume ?? {};
      const isList = place === 'highlights' || place === 'keywords';
      assert.deepEqual(sections, [{ key: 'talks', entries: [{ [place]: isList ? [said] : said }] }], name);
    }
  });
}
