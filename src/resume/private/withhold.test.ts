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
    'a slip on the way to nowhere is no place',
    `${phone}meta: {site: {private: [basics.pohne.x]}}`,
    [
      'meta.site.private[0]: There is no "basics.pohne.x" in this file, so nothing is kept private by it; correct it, or take it out.',
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
