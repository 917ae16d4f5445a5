import assert from 'node:assert/strict';
import test from 'node:test';
import { type Told, tellAll } from '../../../test/resume/tell-all.ts';

const cases: readonly (readonly [title: string, text: string, told: Told])[] = [
  [
    'settings that are wrong',
    'basics:\n  name: J\nmeta:\n  canonical: nowhere\n  lastModified: yesterday\n  language: Klingon!\n  site: {url: nowhere, counter: cloud, order: work, labels: [x], color: pinkish, paper: A3, pdf: [x]}\n',
    {
      resume: { basics: { name: 'J' }, meta: { site: { order: ['work'] } } },
      notes: [
        '4:14 meta.canonical: "nowhere" is not a web address; write the whole address, such as https://example.com/jane; until then the page leaves it out.',
        '5:17 meta.lastModified: "yesterday" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01; until then the page leaves it out.',
        '6:13 meta.language: "Klingon!" is not a language tag; write one such as en, de or pt-BR; until then the page leaves it out.',
        '7:15 meta.site.url: "nowhere" is not a web address; write the whole address, such as https://example.com/jane; until then the page leaves it out.',
        '7:33 meta.site.counter: "cloud" is not a kind of counter; write api, local or off; until then the page leaves it out.',
        '7:47 meta.site.order: This is a text, but a list belongs here; write [work].',
        '7:61 meta.site.labels: This is a list, but a group of keys belongs here; the first of it is read, so write that one alone.',
        '7:62 meta.site.labels: This is a text, but a group of keys belongs here; write keys.',
        '7:73 meta.site.color: "pinkish" is not a color; write six digits after "#", such as "#17524a"; until then the page leaves it out.',
        '7:89 meta.site.paper: "A3" is not a size of paper; write a4 or letter; until then the page leaves it out.',
        '7:98 meta.site.pdf: This is a list, but true or false belongs here; write one of them.',
      ],
      fixed:
        'basics:\n  name: J\nmeta:\n  canonical: nowhere\n  lastModified: yesterday\n  language: Klingon!\n  site: {url: nowhere, counter: cloud, order: [work], labels: [x], color: pinkish, paper: A3, pdf: [x]}\n',
      fixes: ['7:47 meta.site.order: Wrote [work].'],
    },
  ],
  [
    'settings in other letters',
    'basics:\n  name: J\nmeta: {site: {counter: Local, paper: LETTER}}\n',
    {
      resume: { basics: { name: 'J' }, meta: { site: { counter: 'local', paper: 'letter' } } },
      notes: [
        '3:24 meta.site.counter: "Local" is not a kind of counter; write local.',
        '3:38 meta.site.paper: "LETTER" is not a size of paper; write letter.',
      ],
      fixed: 'basics:\n  name: J\nmeta: {site: {counter: local, paper: letter}}\n',
      fixes: [
        '3:24 meta.site.counter: Wrote "local" for "Local".',
        '3:38 meta.site.paper: Wrote "letter" for "LETTER".',
      ],
    },
  ],
  [
    'dates that are wrong',
    'basics:\n  name: J\nawards: [{title: a, date: soon}]\ncertificates: [{name: a, date: soon}]\npublications: [{name: a, releaseDate: soon}]\nvolunteer: [{organization: a, startDate: soon, endDate: now}]\neducation: [{institution: a, endDate: soon}]\nprojects: [{name: a, startDate: now, endDate: now}]\n',
    {
      resume: {
        basics: { name: 'J' },
        awards: [{ title: 'a', date: 'soon' }],
        certificates: [{ name: 'a', date: 'soon' }],
        publications: [{ name: 'a', releaseDate: 'soon' }],
        volunteer: [{ organization: 'a', startDate: 'soon' }],
        education: [{ institution: 'a', endDate: 'soon' }],
        projects: [{ name: 'a', startDate: 'now' }],
      },
      notes: [
        '3:27 awards[0].date: "soon" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01; until then it is shown as it is.',
        '4:32 certificates[0].date: "soon" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01; until then it is shown as it is.',
        '5:39 publications[0].releaseDate: "soon" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01; until then it is shown as it is.',
        '6:42 volunteer[0].startDate: "soon" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01; until then it is shown as it is.',
        '7:39 education[0].endDate: "soon" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, or leave endDate out while it goes on; until then it is shown as it is.',
        '8:33 projects[0].startDate: "now" is not a date, and only an endDate may say so; write YYYY, YYYY-MM or YYYY-MM-DD; until then it is shown as it is.',
      ],
    },
  ],
  [
    'addresses that are wrong',
    'basics:\n  name: J\n  url: x\n  email: x\n  image: https://a.example/a.png\n  profiles: [{network: a, url: x}]\nreferences: [{name: a, email: x, url: x}]\npublications: [{name: a, url: x}]\n',
    {
      resume: {
        basics: { name: 'J', email: 'x', profiles: [{ network: 'a' }] },
        references: [{ name: 'a', email: 'x' }],
        publications: [{ name: 'a' }],
      },
      notes: [
        '3:8 basics.url: "x" is not a web address; write the whole address, such as https://example.com/jane; until then the page leaves it out.',
        '4:10 basics.email: "x" is not an e-mail address; write one such as jane@example.com; until then it is shown as it is.',
        '5:10 basics.image: "https://a.example/a.png" is on another host, which the page never asks for anything; "npx cloud-resume photo URL" brings it into public/ and writes its name here; until then the page leaves it out.',
        '6:32 basics.profiles[0].url: "x" is not a web address; write the whole address, such as https://example.com/jane; until then the page leaves it out.',
        '7:31 references[0].email: "x" is not an e-mail address; write one such as jane@example.com; until then it is shown as it is.',
        '7:39 references[0].url: "x" is not a web address; write the whole address, such as https://example.com/jane; until then the page leaves it out.',
        '8:31 publications[0].url: "x" is not a web address; write the whole address, such as https://example.com/jane; until then the page leaves it out.',
      ],
    },
  ],
  [
    'groups of pairs for lists',
    'basics:\n  name: J\n  profiles: {GitHub: j, GitLab: "https://gitlab.com/j", X: {url: "https://x.com/j"}, Y:}\nskills: {Go: [a, b], Rust: c, Zig: {level: d}}\nlanguages: {German: native, French:}\ninterests: {Chess: [openings], Go: stones}\nwork: {A: Lead, B: {position: Dev}}\nreferences: {Jane: Good.}\nprojects: {Foo: A thing., Bar: {url: "https://b.example"}}\n',
    {
      resume: {
        basics: {
          name: 'J',
          profiles: [
            { network: 'GitHub', username: 'j' },
            { network: 'GitLab', url: 'https://gitlab.com/j' },
            { network: 'X', url: 'https://x.com/j' },
          ],
        },
        skills: [
          { name: 'Go', keywords: ['a', 'b'] },
          { name: 'Rust', keywords: ['c'] },
          { name: 'Zig', level: 'd' },
        ],
        languages: [{ language: 'German', fluency: 'native' }],
        interests: [
          { name: 'Chess', keywords: ['openings'] },
          { name: 'Go', keywords: ['stones'] },
        ],
        work: [{ name: 'B', position: 'Dev' }],
        references: [{ name: 'Jane', reference: 'Good.' }],
        projects: [
          { name: 'Foo', description: 'A thing.' },
          { name: 'Bar', url: 'https://b.example' },
        ],
      },
      notes: [
        '3:13 basics.profiles: This is a group of keys, but a list belongs here; each key is read as one "network", so write a list.',
        '4:9 skills: This is a group of keys, but a list belongs here; each key is read as one "name", so write a list.',
        '5:12 languages: This is a group of keys, but a list belongs here; each key is read as one "language", so write a list.',
        '6:12 interests: This is a group of keys, but a list belongs here; each key is read as one "name", so write a list.',
        '7:7 work: This is a group of keys, but a list belongs here; each key is read as one "name", so write a list.',
        '7:11 work.A: A group of keys belongs here, so the page leaves "A" out; write a list of groups.',
        '8:13 references: This is a group of keys, but a list belongs here; each key is read as one "name", so write a list.',
        '9:11 projects: This is a group of keys, but a list belongs here; each key is read as one "name", so write a list.',
      ],
    },
  ],
  [
    'a file as the address of the site',
    'basics:\n  name: J\nmeta: {site: {url: cv.pdf}}\n',
    {
      resume: { basics: { name: 'J' } },
      notes: [
        '3:20 meta.site.url: "cv.pdf" is not the address of a site; write the whole address, such as https://example.com/jane; until then the page leaves it out.',
      ],
    },
  ],
];

for (const [title, text, told] of cases) {
  test(`All is told of ${title}`, () => {
    assert.deepEqual(tellAll(text), told);
  });
}
