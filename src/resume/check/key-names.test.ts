import assert from 'node:assert/strict';
import test from 'node:test';
import { type Told, tellAll } from '../../../test/resume/tell-all.ts';

const cases: readonly (readonly [title: string, text: string, told: Told])[] = [
  [
    'an empty second name of a key',
    'basics:\n  name: J\nwork:\n  - company: A\n    employer:\n',
    {
      resume: { basics: { name: 'J' }, work: [{ name: 'A' }] },
      notes: ['4:5 work[0].company: "company" is called "name" in JSON Resume; rename it.'],
      fixed: 'basics:\n  name: J\nwork:\n  - name: A\n',
      fixes: [
        '4:5 work[0].company: Renamed "company" to "name".',
        '5:5 work[0].employer: Removed "employer", which "name" says as well.',
      ],
    },
  ],
  [
    'three names of a key, the first and last of them old',
    'basics:\n  name: J\nwork:\n  - company: A\n    employer: A\n    url: https://a.example\n',
    {
      resume: { basics: { name: 'J' }, work: [{ name: 'A', url: 'https://a.example' }] },
      notes: ['4:5 work[0].company: "company" is called "name" in JSON Resume; rename it.'],
      fixed: 'basics:\n  name: J\nwork:\n  - name: A\n    url: https://a.example\n',
      fixes: [
        '4:5 work[0].company: Renamed "company" to "name".',
        '5:5 work[0].employer: Removed "employer", which "name" says as well.',
      ],
    },
  ],
  [
    'two empty names of a key',
    'basics:\n  name: J\nwork:\n  - company:\n    name:\n    url: https://a.example\n',
    {
      resume: { basics: { name: 'J' }, work: [{ url: 'https://a.example' }] },
      fixed: 'basics:\n  name: J\nwork:\n  - name:\n    url: https://a.example\n',
      fixes: ['4:5 work[0].company: Renamed "company" to "name".'],
    },
  ],
  [
    'an old name and a slip that says the same',
    'basics:\n  name: J\nwork:\n  - company: A\n    nmae: " A "\n',
    {
      resume: { basics: { name: 'J' }, work: [{ name: 'A' }] },
      notes: ['4:5 work[0].company: "company" is called "name" in JSON Resume; rename it.'],
      fixed: 'basics:\n  name: J\nwork:\n  - name: A\n',
      fixes: [
        '4:5 work[0].company: Renamed "company" to "name".',
        '5:5 work[0].nmae: Removed "nmae", which "name" says as well.',
      ],
    },
  ],
  [
    'an old name in double quotes',
    'basics:\n  name: J\nwork:\n  - "company": A\n',
    {
      resume: { basics: { name: 'J' }, work: [{ name: 'A' }] },
      notes: ['4:5 work[0].company: "company" is called "name" in JSON Resume; rename it.'],
      fixed: 'basics:\n  name: J\nwork:\n  - "name": A\n',
      fixes: ['4:5 work[0].company: Renamed "company" to "name".'],
    },
  ],
  [
    'an old name in single quotes',
    "basics:\n  name: J\nwork:\n  - 'company': A\n",
    {
      resume: { basics: { name: 'J' }, work: [{ name: 'A' }] },
      notes: ['4:5 work[0].company: "company" is called "name" in JSON Resume; rename it.'],
      fixed: "basics:\n  name: J\nwork:\n  - 'name': A\n",
      fixes: ['4:5 work[0].company: Renamed "company" to "name".'],
    },
  ],
  [
    'a second list under an old name',
    'basics:\n  name: J\nexperience: [{name: A}]\nwork: [{name: B}]\n',
    {
      resume: {
        basics: { name: 'J' },
        work: [{ name: 'B' }],
        sections: [{ key: 'experience', entries: [{ title: 'A' }] }],
      },
      notes: [
        '3:1 experience: "experience" is called "work" in JSON Resume, which is here already, so this becomes a section of its own.',
      ],
    },
  ],
  [
    'a text under an old name of a list',
    'basics:\n  name: J\nexperience: x\nwork: [{name: B}]\n',
    {
      resume: { basics: { name: 'J' }, work: [{ name: 'B' }] },
      notes: [
        '3:1 experience: "experience" is called "work" in JSON Resume, which is here already with another value, and only that is shown; keep one of them.',
      ],
    },
  ],
  [
    'an empty list under the right name',
    'basics:\n  name: J\nexperience: [{name: A}]\nwork: []\n',
    {
      resume: { basics: { name: 'J' }, work: [{ name: 'A' }] },
      notes: ['3:1 experience: "experience" is called "work" in JSON Resume; rename it.'],
      fixed: 'basics:\n  name: J\nwork: [{name: A}]\n',
      fixes: ['3:1 experience: Renamed "experience" to "work".'],
    },
  ],
  [
    'an empty slip of two letters',
    'basics:\n  name: J\nwork:\n- name: A\n  higlihgts: []\n',
    { resume: { basics: { name: 'J' }, work: [{ name: 'A' }] } },
  ],
  [
    'a slip of two letters',
    'basics:\n  name: J\nwork:\n- name: A\n  higlihgts: [x]\n',
    {
      resume: { basics: { name: 'J' }, work: [{ name: 'A' }] },
      notes: [
        '5:3 work[0].higlihgts: "higlihgts" is not a key here; did you mean "highlights"? Rename it; until then the page leaves it out.',
      ],
    },
  ],
  [
    'two languages of the page',
    'basics:\n  name: J\nmeta:\n  lang: de\n  langauge: fr\n',
    {
      resume: { basics: { name: 'J' }, meta: { language: 'de' } },
      notes: [
        '5:3 meta.langauge: "langauge" is not a key here but probably "language", which is here already with another value, and only that is shown; keep one of them.',
      ],
    },
  ],
  [
    'a slip of two letters and a double key in what is open to all',
    'basics:\n  name: J\nmeta:\n  lagnuaeg: de\n  own: {a: [{b: 1, b: 2}]}\n',
    {
      resume: { basics: { name: 'J' }, meta: { lagnuaeg: 'de', own: { a: [{ b: '2' }] } } },
      notes: [
        '4:3 meta.lagnuaeg: "lagnuaeg" is not a key here; did you mean "language"? Rename it; until then the page leaves it out.',
        '5:14 meta.own.a[0].b: "b" is written again in this group, and only the last one is read; keep one of them.',
      ],
    },
  ],
  [
    'headings that are no texts',
    'basics:\n  name: J\nmeta:\n  site:\n    labels: {talks: " T ", x: [a], y:}\n',
    {
      resume: { basics: { name: 'J' }, meta: { site: { labels: { talks: 'T' } } } },
      notes: [
        '5:14 meta.site.labels.talks: "talks" is no section of this résumé and no word of its page; write one, such as work; until then it names nothing.',
        '5:28 meta.site.labels.x: "x" is not a key here, and there is no other one for it, so the page leaves it out.',
      ],
    },
  ],
  [
    'keys of other people under meta',
    'basics:\n  name: J\nmeta:\n  languages: [de, fr]\n  theme: x\n  empty:\n',
    { resume: { basics: { name: 'J' }, meta: { languages: ['de', 'fr'], theme: 'x' } } },
  ],
  [
    'slips under meta with a value that fits, and one that does not',
    'basics:\n  name: J\nmeta:\n  cannonical: [x]\n  versoin: 1\n',
    {
      resume: { basics: { name: 'J' }, meta: { cannonical: ['x'], version: '1' } },
      notes: [
        '4:3 meta.cannonical: "cannonical" is not a key here; did you mean "canonical"? Rename it; until then the page leaves it out.',
        '5:3 meta.versoin: "versoin" is not a key here; did you mean "version"? Rename it.',
      ],
      fixed: 'basics:\n  name: J\nmeta:\n  cannonical: [x]\n  version: 1\n',
      fixes: ['5:3 meta.versoin: Renamed "versoin" to "version".'],
    },
  ],
  [
    'keywords under three names',
    'basics:\n  name: J\nprojects:\n- name: P\n  keywords: [a, b]\n  tags: [b, c]\n  tools:\n',
    {
      resume: { basics: { name: 'J' }, projects: [{ name: 'P', keywords: ['a', 'b', 'c'] }] },
      fixed: 'basics:\n  name: J\nprojects:\n- name: P\n  keywords: [a, b]\n  tags: [b, c]\n',
      fixes: ['7:3 projects[0].tools: Removed "tools", which "keywords" says as well.'],
    },
  ],
  [
    'a stranger with a text and one without',
    'basics:\n  name: J\nwork:\n  - name: A\n    foo:\n    bar: x\n',
    {
      resume: { basics: { name: 'J' }, work: [{ name: 'A' }] },
      notes: [
        '6:5 work[0].bar: "bar" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
      ],
    },
  ],
  [
    'names in JSON that say the same, one with a comment',
    '{ "basics": { "name": "J", "bio": "x", "summary": "x" /* c */, "about": "x" // d\n } }',
    {
      resume: { basics: { name: 'J', summary: 'x' } },
      fixed: '{ "basics": { "name": "J", "summary": "x" /* c */, "about": "x" // d\n } }',
      fixes: ['1:28 basics.bio: Removed "bio", which "summary" says as well.'],
    },
  ],
  [
    'an empty old name beside an empty new one in JSON',
    '{ "basics": { "name": "J", "picture": null, "image": "" } }',
    {
      resume: { basics: { name: 'J' } },
      fixed: '{ "basics": { "name": "J", "image": null } }',
      fixes: ['1:28 basics.picture: Renamed "picture" to "image".'],
    },
  ],
];

for (const [title, text, told] of cases) {
  test(`All is told of ${title}`, () => {
    assert.deepEqual(tellAll(text), told);
  });
}
