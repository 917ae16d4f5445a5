import assert from 'node:assert/strict';
import test from 'node:test';
import { sampleYaml } from '../../test/resume/sample-resume.ts';
import { showProblems } from '../../test/resume/show-problems.ts';
import { parseResume } from './parse-resume.ts';

test('A résumé comes out without what is empty, and with an ongoing end left out', () => {
  const { resume } = parseResume(sampleYaml, 'yaml');
  assert.deepEqual(resume?.work, [
    {
      name: 'Acme',
      position: 'Lead',
      url: 'https://acme.example/a?b=c&d=%20',
      startDate: '2015',
      highlights: ['Wrote it', 'Sold it'],
    },
  ]);
  assert.deepEqual(resume.basics, {
    name: "Zoë O'Neil 😀",
    label: 'Engineer: platforms',
    image: 'photo.webp',
    email: 'zoe@example.com',
    phone: '+49 0123',
    url: 'https://zoe.example',
    summary: 'Builds things, and *keeps* them.',
    location: { address: '1 Main St\n2nd floor', postalCode: '01234', city: 'Oslo', countryCode: 'NO' },
    profiles: [{ network: 'GitHub', username: '@zoe', url: 'https://github.com/zoe' }],
  });
  assert.deepEqual(resume.education?.[0]?.score, '4.0');
  assert.deepEqual(resume.skills?.[0]?.keywords, ['HTML', '2020']);
  assert.deepEqual(resume.meta?.site, { url: 'https://zoe.example', counter: 'off' });
  assert.deepEqual(resume.meta.theme, { 2: 'x', name: 'even' });
});

test('The source keeps all that was written: order, empty values, exact texts', () => {
  const { source } = parseResume(sampleYaml, 'yaml');
  const json = JSON.stringify(source);
  const again = parseResume(json, 'json');
  assert.equal(JSON.stringify(again.source), json);
  assert.deepEqual(again.resume, parseResume(sampleYaml, 'yaml').resume);
  assert.match(
    json,
    /"work":\[\{"name":"Acme","location":null,"description":null,"position":"Lead",.*"startDate":"2015","endDate":"Present","summary":null,"highlights":\["Wrote it","Sold it",""\]\},\{\}\]/,
  );
  assert.match(
    json,
    /"address":"1 Main St\\n2nd floor\\n","postalCode":"01234","city":"Oslo","countryCode":"NO","region":""/,
  );
});

test('Sections with nothing in them are absent', () => {
  const text =
    'basics: {name: J, profiles: [], location: {}}\nwork:\nskills: [{}, {name: ""}, ]\nmeta: {site: {}}\nawards: ""\n';
  const { resume, source, problems } = parseResume(text, 'yaml');
  assert.deepEqual(
    { resume, source, problems },
    {
      resume: { basics: { name: 'J' } },
      source: {
        basics: { name: 'J', profiles: [], location: {} },
        work: null,
        skills: [{}, { name: '' }],
        meta: { site: {} },
        awards: '',
      },
      problems: [],
    },
  );
});

test('Texts lose the spaces around them and have LF as their line end', () => {
  const { resume } = parseResume(
    '{"basics": {"name": " J ", "summary": "a\\r\\nb\\tc\\n", "url": " https://a.example\\n"}}',
    'json',
  );
  assert.deepEqual(resume?.basics, { name: 'J', summary: 'a\nb\tc', url: 'https://a.example' });
});

const positions: readonly (readonly [string, string, string])[] = [
  ['after a byte order mark', '\uFEFFbasics: {name: J, url: x}\n', '1:24'],
  ['after CRLF', 'basics:\r\n  name: J\r\n  url: x\r\n', '3:8'],
  ['after emoji in UTF-16 units', 'basics: {name: "😀é", url: x}\n', '1:28'],
  ['after tabs as one column each', 'basics:\n  name: J\n  url:\t\tx\n', '3:9'],
  ['in quotes at the opening quote', 'basics:\n  name: J\n  url: "x"\n', '3:8'],
  ['in a block at its mark', 'basics:\n  name: J\n  url: >-\n    x\n', '3:8'],
  ['on the line below its key', 'basics:\n  name: J\n  url:\n    x\n', '4:5'],
  ['in the last line without a line end', 'basics:\n  name: J\n  url: x', '3:8'],
];

for (const [title, text, place] of positions) {
  test(`A value ${title} has its line and column`, () => {
    assert.deepEqual(showProblems(text), [
      `${place} basics.url: "x" is not a web address; write the whole address, such as https://example.com/jane; until then the page leaves it out.`,
    ]);
  });
}

test('A text of more than a million bytes is refused before it is read', () => {
  assert.deepEqual(showProblems('a'.repeat(10_000_000)), [
    '1:1 The file has 10,000,000 bytes, but a résumé may have 1,000,000 at most; keep pictures and other data in public/.',
  ]);
});
