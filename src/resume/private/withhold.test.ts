import assert from 'node:assert/strict';
import test from 'node:test';
import { parseResume, parseResumeFile } from '../parse-resume.ts';

const person = `basics:
  name: Jane Doe
  picture: me.jpg
  telephone: +49 (0)761 5550199
  tel: 0761 5550111
  email: jane+cv@doe.example
  url: https://doe.example
  location: {street: Günterstalstraße 7, city: Freiburg, postalCode: 79100}
  github: jd
  profiles: [{network: Mastodon, username: jdoe}, {network: Xing, url: https://xing.example/jd}]
work:
  - {name: Acme, location: Oslo, highlights: [One, Two], positions: [{position: Lead, summary: Led.}]}
  - {name: Secret Corp, location: Bergen}
references:
  - {name: Anna, phone: 0170 1234567}
  - {name: Ben, mobile: 0170 7654321}
talks:
  - {title: A talk, venue: Here, fee: 900 Euro}
`;

/** Parses the person with a list of private paths. */
function parse(list: string, more = '') {
  const text = `${person}${more}meta:\n  site:\n    private: ${list}\n`;
  return parseResumeFile({ name: 'resume.yaml', format: 'yaml', bytes: new TextEncoder().encode(text) }, [
    'me.jpg',
    'other.jpg',
  ]);
}

const missing = (text: string) =>
  ['me.jpg', '5550199', '5550111', 'jane+cv', 'https://doe', 'Günter', 'Freiburg', '79100', 'github', 'jdoe', 'Xing']
    .concat([
      'Acme',
      'Oslo',
      'One',
      'Two',
      'Lead',
      'Led',
      'Secret',
      'Bergen',
      'Anna',
      '1234567',
      'Ben',
      '7654321',
      'A talk',
      '900',
    ])
    .filter((value) => !text.includes(value));

for (const [list, withheld] of [
  ['[basics.phone]', ['5550199', '5550111']],
  ['[basics.telephone]', ['5550199', '5550111']],
  ['basics.phone', ['5550199', '5550111']],
  ['["ba\\rsics.phone"]', ['5550199', '5550111']],
  ['"basics.phone, basics.email"', ['5550199', '5550111', 'jane+cv']],
  ['{basics: {phone: true, email: }}', ['5550199', '5550111', 'jane+cv']],
  ['[basics.image]', ['me.jpg']],
  ['[basics.photo]', ['me.jpg']],
  ['[basics.website]', ['https://doe']],
  ['[basics.location.address]', ['Günter']],
  ['[basics.location.street]', ['Günter']],
  ['[basics.location]', ['Günter', 'Freiburg', '79100']],
  ['["basics[\'location\'].city"]', ['Freiburg']],
  ['[basics.github]', ['github']],
  ['[basics.profiles]', ['github', 'jdoe', 'Xing']],
  ['[basics.profiles.0]', ['jdoe']],
  ['[basics.profiles.username]', ['jdoe']],
  ['[work.0.location]', ['Oslo']],
  ['["work[0].location"]', ['Oslo']],
  ['[jobs.0.location]', ['Oslo']],
  ['[work.*.location]', ['Oslo', 'Bergen']],
  ['["work[].location"]', ['Oslo', 'Bergen']],
  ['[work.0.highlights.1]', ['Two']],
  ['[work.0.positions.0.summary]', ['Led']],
  ['[work.1]', ['Secret', 'Bergen']],
  ['[work]', ['Acme', 'Oslo', 'One', 'Two', 'Lead', 'Led', 'Secret', 'Bergen']],
  ['[references.*.phone]', ['1234567', '7654321']],
  ['[references.1.*]', ['Ben', '7654321']],
  ['[talks.0.fee]', ['900']],
  ['[talks]', ['A talk', '900']],
] as const) {
  test(`private: ${list} withholds these values and no other`, () => {
    const { parsed } = parse(list);
    assert.deepEqual(missing(JSON.stringify(parsed.source)), withheld);
    // The page leaves out one of two phones anyway.
    const shown = missing(JSON.stringify({ ...parsed.resume, meta: undefined }));
    assert.deepEqual(
      shown,
      [...new Set([...withheld, '5550111'])].sort((a, b) => shown.indexOf(a) - shown.indexOf(b)),
    );
    assert.ok(!JSON.stringify(parsed.source).includes('private'));
  });
}

test('an entry that is withheld moves no other one, neither in messages nor in the data', () => {
  const { parsed } = parse('[work.0]', 'education: [{school: Uni, startDate: 2015-13}]\n');
  assert.deepEqual(parsed.resume?.work, [{ name: 'Secret Corp', location: 'Bergen' }]);
  const late = parseResume(
    'basics: {name: J}\nwork: [{name: A}, {name: B, startDate: x}]\nmeta: {site: {private: [work.0]}}',
    'yaml',
  );
  assert.deepEqual(
    late.problems.map(({ path }) => path),
    ['work[1].startDate'],
  );
  assert.deepEqual(late.source, { basics: { name: 'J' }, work: [{ name: 'B', startDate: 'x' }] });
});

test('a private photo is a file that is not published, and so is any other file that a private value names', () => {
  assert.deepEqual([...(parse('[basics.image]').parsed.privacy?.files ?? [])], ['me.jpg']);
  const text =
    'basics: {name: J}\ncertificates: [{name: C, url: ./public/other.jpg}]\nmeta: {site: {private: [certificates.*.url]}}';
  const parsed = parseResume(text, 'yaml', { publicFiles: ['other.jpg'].values() });
  assert.deepEqual([parsed.resume?.certificates, ...(parsed.privacy?.files ?? [])], [[{ name: 'C' }], 'other.jpg']);
});

const phone = 'basics: {name: J, phone: +49 761 5550199, email: j@doe.example}\n';
for (const [title, text, places] of [
  [
    'a path that leads nowhere has the nearest one',
    `${phone}meta: {site: {private: [basics.emall]}}`,
    [
      'meta.site.private[0]: There is no "basics.emall"; did you mean "basics.email", which is kept private? Write that.',
    ],
  ],
  [
    'a path without its group has the place of that key',
    `${phone}meta: {site: {private: [email]}}`,
    [
      'meta.site.private[0]: There is no "email" in this file, so nothing is kept private by it; did you mean "basics.email"? Write that.',
    ],
  ],
  [
    'a number that no entry has leads nowhere',
    `${phone}work: [{name: A}]\nmeta: {site: {private: [work.7.name]}}`,
    [
      'meta.site.private[0]: There is no "work.7.name" in this file, so nothing is kept private by it; did you mean "work[0].name"? Write that.',
    ],
  ],
  [
    'a path that resembles none is to be corrected',
    `${phone}meta: {site: {private: [basics.phone, qwertz.asdf]}}`,
    [
      'meta.site.private[1]: There is no "qwertz.asdf" in this file, so nothing is kept private by it; correct it, or take it out.',
    ],
  ],
  [
    'a part of what is one text withholds all of it',
    'basics: {name: J, location: "Main St 1, Oslo"}\nmeta: {site: {private: [basics.location.address]}}',
    [
      'meta.site.private[0]: basics.location is one text, so all of it is kept private; write it in keys to keep a part private.',
    ],
  ],
  [
    'a list that stands too high counts, and is to be moved',
    `${phone}meta: {private: [basics.phone]}`,
    ['private: What is kept private belongs in meta.site.private; move this list there.'],
  ],
  [
    'a name cannot be private',
    'basics: {name: J, phone: 1}\nmeta: {site: {private: [basics]}}',
    [
      'meta.site.private: A page needs a name, so it cannot be private; take basics.name, or the group that it is in, from this list.',
    ],
  ],
  [
    'a name by another name cannot either',
    'basics: {fullName: J}\nmeta: {site: {private: [basics.name]}}',
    [
      'meta.site.private: A page needs a name, so it cannot be private; take basics.name, or the group that it is in, from this list.',
    ],
  ],
] as const) {
  test(title, () => {
    const { problems } = parseResume(text, 'yaml');
    assert.deepEqual(
      problems.map(({ path, message }) => `${path}: ${message}`),
      places,
    );
  });
}

test('the lines that may be quoted keep their length', () => {
  const { text = '' } = parse('[basics.phone]');
  const whole = `${person}meta:\n  site:\n    private: [basics.phone]\n`;
  assert.deepEqual(
    text.split('\n').map(({ length }) => length),
    whole.split('\n').map(({ length }) => length),
  );
});

test('what the same résumé in another language keeps private is private here too, and need not be there', () => {
  const main = parseResume(`${phone}meta: {site: {private: [basics.phone, work.3]}}`, 'yaml');
  const text = 'basics: {name: J, phone: "1", email: 0761 555 0199}\nmeta: {site: {private: [basics.email]}}';
  const parsed = parseResume(text, 'yaml', { main });
  assert.deepEqual([parsed.source, parsed.problems], [{ basics: { name: 'J' } }, []]);
  assert.deepEqual(parsed.privacy?.paths, ['basics.email', 'basics.phone', 'work.3']);
  const other = parseResume('basics: {name: J, summary: Call 0761 555 0199}', 'yaml', { main });
  assert.deepEqual(
    other.problems.map(({ path, message }) => `${path}: ${message}`),
    ['basics.summary: This says what basics.phone keeps private, and everybody can read it here; take it out.'],
  );
});

test('what is for nobody but the person has all of it', () => {
  const parsed = parseResume(`${phone}meta: {site: {private: [basics.phone]}}`, 'yaml', { withPrivate: true });
  assert.equal(parsed.resume?.basics.phone, '+49 761 5550199');
});

test('Every value is looked for in the rest, however many are private', () => {
  const references = Array.from({ length: 900 }, (_, index) => ({
    name: `Person ${index}.`,
    phone: `0170 ${5550000 + index}`,
  }));
  const text = JSON.stringify({
    basics: { name: 'J', summary: 'Ask person 899 at 01705550898.' },
    meta: { site: { private: ['references'] } },
    references,
  });
  const [first] = parseResume(text, 'json').problems;
  assert.match(first?.message ?? '', /^This says what references keeps private/);
});

const says = (path: string) => `This says what ${path} keeps private, and everybody can read it here; take it out.`;
for (const [title, text, notes, publicFiles] of [
  [
    'the name of a file that says a private number',
    'basics: {name: J, phone: 0761 5550199}\nmeta: {site: {private: [basics.phone]}}',
    ['2:25 meta.site.private: The name of a file in public/ says what basics.phone keeps private; rename the file.'],
    ['a.pdf', 'cv-07615550199.pdf', 'b.pdf'],
  ],
  [
    'a private photo, which is not published and may have its name',
    'basics: {name: J, image: oslo-photo.jpg}\nmeta: {site: {private: [basics.image]}}',
    [],
    ['oslo-photo.jpg', 'x.jpg'],
  ],
  [
    'an employer and what was done there, but no position or date that others have too',
    'basics: {name: J, label: Engineer in Oslo, summary: At Secret Corp}\nwork: [{name: Secret Corp, position: Engineer in Oslo, startDate: 2020-01, highlights: [Built the tower]}, {name: B, startDate: 2020-01, summary: Built the tower too}]\nmeta: {site: {private: [work.0]}}',
    [`1:53 basics.summary: ${says('work[0]')}`, `2:147 work[1].summary: ${says('work[0]')}`],
  ],
  [
    'the name of the person themselves, where it is not basics.name',
    'basics: {name: Jane Doe, summary: "I am Jane Doe", label: }\nreferences: [{name: Jane Doe, reference: x}]\nmeta: {site: {private: [references.0.name]}}',
    [`1:35 basics.summary: ${says('references[0].name')}`],
  ],
  [
    'an item of a list, and a key of one’s own',
    'basics: {name: J}\nwork: [{name: Secret Corp}, {name: B, highlights: [fine, "for Secret Corp"]}]\n"Secret Corp": [{title: T}]\nmeta: {site: {private: [work.0]}}',
    [`2:58 work[1].highlights[1]: ${says('work[0]')}`, `3:1 ["•••"]: ${says('work[0]')}`],
  ],
  [
    'nothing of what is wrong with another value than a private one',
    'basics: {name: J, url: doe.example, email: x@y}\nmeta: {site: {private: [basics.url]}}',
    [
      '1:44 basics.email: "x@y" is not an e-mail address; write one such as jane@example.com; until then it is shown as it is.',
    ],
  ],
] as const satisfies readonly (readonly [string, string, readonly string[], (readonly string[])?])[]) {
  test(`It is told of ${title}`, () => {
    const { problems } = parseResume(text, 'yaml', { publicFiles });
    assert.deepEqual(
      problems.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`),
      notes,
    );
  });
}
