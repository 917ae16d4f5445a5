import assert from 'node:assert/strict';
import test from 'node:test';
import { type Told, tellAll } from '../../../test/resume/tell-all.ts';
import { parseResume } from '../parse-resume.ts';

const cases: readonly (readonly [title: string, text: string, told: Told])[] = [
  [
    'lists where a text belongs',
    'basics:\n  name: J\n  label: [A]\n  summary: [A, "", [B, C]]\n  phone: [1, 2]\n  email: [j@a.example, k@a.example, ""]\n  url: [""]\n',
    {
      resume: { basics: { name: 'J', label: 'A', summary: 'A\n\nB\n\nC', phone: '1, 2', email: 'j@a.example' } },
      notes: [
        '3:10 basics.label: This is a list, but a text belongs here; it is read as one line with commas, so write it so.',
        '4:12 basics.summary: This is a list, but a text belongs here; it is read as paragraphs, so write it so.',
        '4:20 basics.summary[1]: This is a list, but a text belongs here; it is read as paragraphs, so write it so.',
        '5:10 basics.phone: This is a list, but a text belongs here; it is read as one line with commas, so write it so.',
        '6:10 basics.email: This is a list, but a text belongs here; the first is read, so write that one alone.',
        '6:24 basics.email: Only the first of this list is read; the page leaves this one out.',
      ],
    },
  ],
  [
    'groups with a text that matters',
    'basics:\n  name: J\n  label: {label: l, title: t, text: [x]}\n  phone: {value: 1, type: home}\n  email: {name: x, address: j@a.example}\n  url: {label: x, href: https://a.example, foo: y, a: 1, b: 2, c: 3, d: 4, e:}\n',
    {
      resume: { basics: { name: 'J', label: 't', phone: '1', email: 'j@a.example', url: 'https://a.example' } },
      notes: [
        '3:10 basics.label: This is a group of keys, but a text belongs here; only its "title" is read, and the page leaves "label", "text" out; write that text alone.',
        '4:10 basics.phone: This is a group of keys, but a text belongs here; only its "value" is read, and the page leaves "type" out; write that text alone.',
        '5:10 basics.email: This is a group of keys, but a text belongs here; only its "address" is read, and the page leaves "name" out; write that text alone.',
        '6:8 basics.url: This is a group of keys, but a text belongs here; only its "href" is read, and the page leaves "label", "foo", "a", "b", "c" out; write that text alone.',
      ],
    },
  ],
  [
    'groups whose only text matters',
    'basics:\n  name: J\n  summary: {content: c}\n  label: {description: d}\n  phone: {name: n}\n  email: {email: j@a.example}\nwork:\n- {name: {title: t}, url: {uri: https://u.example}, startDate: {date: 2015}, summary: {summary: s}}\n- {name: {label: l}, url: {link: https://l.example}, summary: {text: x}}\n- {url: {value: https://v.example}}\n- {url: {url: https://u.example}}\n',
    {
      resume: {
        basics: { name: 'J', summary: 'c', label: 'd', phone: 'n', email: 'j@a.example' },
        work: [
          { name: 't', url: 'https://u.example', startDate: '2015', summary: 's' },
          { name: 'l', url: 'https://l.example', summary: 'x' },
          { url: 'https://v.example' },
          { url: 'https://u.example' },
        ],
      },
      notes: [
        '3:12 basics.summary: This is a group of keys, but a text belongs here; only its "content" is read; write that text alone.',
        '4:10 basics.label: This is a group of keys, but a text belongs here; only its "description" is read; write that text alone.',
        '5:10 basics.phone: This is a group of keys, but a text belongs here; only its "name" is read; write that text alone.',
        '6:10 basics.email: This is a group of keys, but a text belongs here; only its "email" is read; write that text alone.',
        '8:10 work[0].name: This is a group of keys, but a text belongs here; only its "title" is read; write that text alone.',
        '8:27 work[0].url: This is a group of keys, but a text belongs here; only its "uri" is read; write that text alone.',
        '8:64 work[0].startDate: This is a group of keys, but a text belongs here; only its "date" is read; write that text alone.',
        '8:87 work[0].summary: This is a group of keys, but a text belongs here; only its "summary" is read; write that text alone.',
        '9:10 work[1].name: This is a group of keys, but a text belongs here; only its "label" is read; write that text alone.',
        '9:27 work[1].url: This is a group of keys, but a text belongs here; only its "link" is read; write that text alone.',
        '9:63 work[1].summary: This is a group of keys, but a text belongs here; only its "text" is read; write that text alone.',
        '10:9 work[2].url: This is a group of keys, but a text belongs here; only its "value" is read; write that text alone.',
        '11:9 work[3].url: This is a group of keys, but a text belongs here; only its "url" is read; write that text alone.',
      ],
    },
  ],
  [
    'groups of texts',
    'basics:\n  name: J\n  label: {a: x, b: [y, z]}\n  summary: {a: x, b: "<b>y</b>"}\n  email: {foo: x}\n',
    {
      resume: { basics: { name: 'J', label: 'x, y, z', summary: 'x\n\n**y**' } },
      notes: [
        '3:10 basics.label: This is a group of keys, but a text belongs here; its texts are read one after the other, so write them so.',
        '4:12 basics.summary: This is a group of keys, but a text belongs here; its texts are read one after the other, so write them so.',
        '4:12 basics.summary: This text holds HTML; write Markdown in its place, as check --fix does.',
        '5:10 basics.email: This is a group of keys, but a text belongs here; write one text; until then the page leaves it out.',
      ],
    },
  ],
  [
    'HTML that cannot be told or says nothing',
    'basics:\n  name: J\n  summary: <b>x\n  label: <b></b>\n',
    { resume: { basics: { name: 'J', summary: '<b>x', label: '<b></b>' } } },
  ],
  [
    'HTML in an address',
    'basics:\n  name: J\n  url: https://a.example/<b>x</b>\n',
    { resume: { basics: { name: 'J', url: 'https://a.example/<b>x</b>' } } },
  ],
  [
    'a control character in HTML',
    'basics:\n  name: J\n  summary: "a\\u0007b <b>c</b>"\n',
    {
      resume: { basics: { name: 'J', summary: 'ab **c**' } },
      notes: [
        '3:12 basics.summary: U+0007 is an invisible control character, which no web page can hold; remove it.',
        '3:12 basics.summary: This text holds HTML; write Markdown in its place, as check --fix does.',
      ],
      fixed: 'basics:\n  name: J\n  summary: "ab **c**"\n',
      fixes: ['3:12 basics.summary: Removed U+0007.', '3:12 basics.summary: Turned HTML into Markdown.'],
    },
  ],
  [
    'halves of a character and what is none',
    'basics:\n  name: J\n  label: "\\uD800x"\n  phone: "\\uFFFFx"\n  summary: "a\\r\\nb\\rc"\n',
    {
      resume: { basics: { name: 'J', label: 'x', phone: 'x', summary: 'a\nbc' } },
      notes: [
        '3:10 basics.label: U+D800 is half of a character, which no web page can hold; remove it.',
        '4:10 basics.phone: U+FFFF is an invisible control character, which no web page can hold; remove it.',
        '5:12 basics.summary: U+000D is an invisible control character, which no web page can hold; remove it.',
      ],
      fixed: 'basics:\n  name: J\n  label: "x"\n  phone: "x"\n  summary: "a\\nbc"\n',
      fixes: [
        '3:10 basics.label: Removed U+D800.',
        '4:10 basics.phone: Removed U+FFFF.',
        '5:12 basics.summary: Removed U+000D.',
      ],
    },
  ],
  [
    'a control character alone',
    'basics:\n  name: J\n  label: "\\u0007"\n',
    {
      resume: { basics: { name: 'J' } },
      notes: ['3:10 basics.label: U+0007 is an invisible control character, which no web page can hold; remove it.'],
      fixed: 'basics:\n  name: J\n  label: ""\n',
      fixes: ['3:10 basics.label: Removed U+0007.'],
    },
  ],
  [
    'a group where true or false belongs',
    'basics:\n  name: J\nmeta:\n  site:\n    pdf: {photo: off}\n',
    { resume: { basics: { name: 'J' }, meta: { site: { pdf: { photo: false } } } } },
  ],
  [
    'a list where true or false belongs',
    'basics:\n  name: J\nmeta:\n  site:\n    pdf: [a]\n',
    {
      resume: { basics: { name: 'J' } },
      notes: ['5:10 meta.site.pdf: This is a list, but true or false belongs here; write one of them.'],
    },
  ],
  [
    'a country that nobody knows',
    'basics:\n  name: J\n  location: {countryCode: Absurdistan, country:}\n',
    {
      resume: { basics: { name: 'J', location: { country: 'Absurdistan' } } },
      notes: [
        '3:27 basics.location.countryCode: "Absurdistan" is not a country code; write the two letters of ISO 3166, such as DE or US; until then it is shown as it is.',
      ],
    },
  ],
  [
    'a country that nobody knows beside one',
    'basics:\n  name: J\n  location: {country: X, countryCode: Absurdistan}\n',
    {
      resume: { basics: { name: 'J', location: { country: 'X' } } },
      notes: [
        '3:39 basics.location.countryCode: "Absurdistan" is not a country code; write the two letters of ISO 3166, such as DE or US; until then it is shown as it is.',
      ],
    },
  ],
  [
    'what is left out and what is shown',
    'basics:\n  name: J\n  url: ftp://a.example\n  email: nobody\n',
    {
      resume: { basics: { name: 'J', email: 'nobody' } },
      notes: [
        '3:8 basics.url: "ftp://a.example" starts with "ftp:", but a link may only start with https:// or http://; until then the page leaves it out.',
        '4:10 basics.email: "nobody" is not an e-mail address; write one such as jane@example.com; until then it is shown as it is.',
      ],
    },
  ],
  [
    'numbers and true in JSON',
    '{ "basics": { "name": "J", "label": true, "phone": 49, "url": 5, "summary": "" } }',
    {
      resume: { basics: { name: 'J', label: 'true', phone: '49' } },
      notes: [
        '1:37 basics.label: This is true or false, but a text belongs here; write it in quotes: "true".',
        '1:52 basics.phone: This is a number, but a text belongs here; write it in quotes: "49".',
        '1:63 basics.url: This is a number, but a text belongs here; write it in quotes: "5".',
        '1:63 basics.url: "5" is not a web address; write the whole address, such as https://example.com/jane; until then the page leaves it out.',
      ],
      fixed: '{ "basics": { "name": "J", "label": "true", "phone": "49", "url": "5", "summary": "" } }',
      fixes: [
        '1:37 basics.label: Put "true" in quotes.',
        '1:52 basics.phone: Put "49" in quotes.',
        '1:63 basics.url: Put "5" in quotes.',
      ],
    },
  ],
  [
    'other kinds in JSON',
    '{ "basics": { "name": "J" }, "meta": { "site": { "pdf": "no", "order": "work" } }, "work": [{ "startDate": 2015.5, "summary": 1, "url": 5, "highlights": { "a": 1 } }] }',
    {
      resume: {
        basics: { name: 'J' },
        meta: { site: { pdf: false, order: ['work'] } },
        work: [{ startDate: '2015-05', summary: '1', highlights: ['1'] }],
      },
      notes: [
        '1:72 meta.site.order: This is a text, but a list belongs here; write ["work"].',
        '1:108 work[0].startDate: This is a number, but a text belongs here; write it in quotes: "2015.5".',
        '1:108 work[0].startDate: "2015.5" is not written as a date; write 2015-05.',
        '1:127 work[0].summary: This is a number, but a text belongs here; write it in quotes: "1".',
        '1:137 work[0].url: This is a number, but a text belongs here; write it in quotes: "5".',
        '1:137 work[0].url: "5" is not a web address; write the whole address, such as https://example.com/jane; until then the page leaves it out.',
        '1:154 work[0].highlights: This is a group of keys, but a list belongs here; put [ and ] around the group.',
        '1:161 work[0].highlights.a: This is a number, but a text belongs here; write it in quotes: "1".',
      ],
      fixed:
        '{ "basics": { "name": "J" }, "meta": { "site": { "pdf": "no", "order": ["work"] } }, "work": [{ "startDate": "2015-05", "summary": "1", "url": "5", "highlights": { "a": "1" } }] }',
      fixes: [
        '1:72 meta.site.order: Wrote ["work"].',
        '1:108 work[0].startDate: Put "2015.5" in quotes.',
        '1:108 work[0].startDate: Wrote "2015-05" for "2015.5".',
        '1:127 work[0].summary: Put "1" in quotes.',
        '1:137 work[0].url: Put "5" in quotes.',
        '1:161 work[0].highlights.a: Put "1" in quotes.',
      ],
    },
  ],
];

for (const [title, text, told] of cases) {
  test(`All is told of ${title}`, () => {
    assert.deepEqual(tellAll(text), told);
  });
}

test('True and false have other words', () => {
  const read = (word: string) =>
    parseResume(`basics: {name: J}\nmeta: {site: {pdf: "${word}"}}\n`, 'yaml').resume?.meta?.site?.pdf;
  for (const word of ['true', 'Yes', ' on ']) assert.equal(read(word), true, word);
  for (const word of ['false', 'off', ' NO ']) assert.equal(read(word), false, word);
  for (const word of ['maybe', 'xyes', 'onx', 'noon', 'xno']) assert.equal(read(word), undefined, word);
});
