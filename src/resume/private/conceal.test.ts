import assert from 'node:assert/strict';
import test from 'node:test';
import { fixResume } from '../fix-resume.ts';
import { parseResume, parseResumeFile } from '../parse-resume.ts';

test('no message and no quoted line says what is private, whatever is wrong beside it', () => {
  for (const [format, text] of [
    [
      'yaml',
      `basics: {name: J, phone: +49 761 5550199, email: j@doe.example}\nmeta: {site: {private: [basics.phone, basics.email]}}\ntalks: [{title: T, when: x}] # or +49 761 5550199\nnmae: j@doe.example`,
    ],
    [
      'yaml',
      'basics:\n  name: J\n phone: +49 761 5550199\n  email: "j@doe.example\nmeta: {site: {private: [basics.phone]}}',
    ],
    [
      'json',
      '{"basics": {"name": "J", "phone": +49 761 5550199, "email": j@doe.example}, "meta": {"site": {"private": ["basics.phone"]}}}',
    ],
    [
      'yaml',
      'basics: {phone: +49 761 5550199, email: j@doe.example}\nmeta: {site: {private: [basics.phone, basics.email]}}',
    ],
  ] as const) {
    const { text: shown, parsed } = parseResumeFile({
      name: `r.${format}`,
      format,
      bytes: new TextEncoder().encode(text),
    });
    assert.ok(parsed.problems.length > 0);
    assert.doesNotMatch(`${shown}${JSON.stringify(parsed.problems)}`, /5550199|j@doe/);
  }
});

// Private values, and words of which nothing may be seen wherever they are written again.
for (const [value, again, secret] of [
  ['0761 5550199', '0761 5550199', /\b0(?!1)|55|76|99/],
  ['+49 761 5550199', '0761 / 555 01 99', /\b0(?!1)|55|76|99/],
  ['+49 761 5550199', '0049 (761) 5550199', /\b0(?!1)|55|76|99/],
  ['0761 5550199', '+49 (0)761 5550199', /\b0(?!1)|49|55|76|99/],
  ['0761 5550199', `${'x'.repeat(88)} 0761 5550199`, /\b0(?!1)|55|76/],
  ['Oak Lane 7, Elmtown', `${'x'.repeat(88)} Oak Lane 7, Elmtown`, /Oak|Elm/i],
  ['Oak Lane 7\nElmtown', 'in Oak Lane 7\nElmtown', /Oak|Lane|Elm/i],
  ['Oak\u200bLane', 'Oak\u200bLane', /Oak|Lane/i],
  ['Oak\u0007Lane', 'OakLane', /Oak|Lane/i],
  ['OakLane', 'Oak\u0007Lane', /Oak|Lane/i],
] as const) {
  test(`Nothing of ${JSON.stringify(value)} is shown where ${JSON.stringify(again)} is written`, () => {
    for (const more of [
      { basics: { email: again } },
      { basics: { url: again, image: again } },
      { basics: { profiles: [again], location: { countryCode: again, [again]: 1 } } },
      { work: [{ startDate: again, endDate: again, [again]: 'x', highlights: again, location: { a: again } }] },
      { work: { [again]: again }, education: [again], [again]: [again], [`${again} `]: 'x' },
      { languages: { x: again }, meta: { language: again, site: { color: again, versions: [again], tags: [again] } } },
      { work: [{ summary: `<b>${again}</b>`, title: again, position: 'x' }], meta: { site: { private: [again] } } },
    ] as readonly Record<string, Readonly<Record<string, unknown>>>[]) {
      const site = { ...(more.meta?.site as object), private: ['basics.phone', ...(more.meta ? [again] : [])] };
      const basics = { name: 'J', ...more.basics, phone: value };
      const text = JSON.stringify({ ...more, basics, meta: { ...more.meta, site } }, undefined, 1);
      const bytes = new TextEncoder().encode(text);
      const { text: shown = '', parsed } = parseResumeFile({ name: 'r.json', format: 'json', bytes });
      assert.notEqual(shown, '');
      for (const { path, message } of [...parsed.problems, ...fixResume(text, 'json').fixes])
        assert.doesNotMatch(`${path.replaceAll(/\d+/g, '')} ${message}`, secret);
      assert.doesNotMatch(shown, secret);
    }
  });
}

test('--fix mends what is private without saying it, and takes nothing away', () => {
  const text =
    'basics:\n  name: J\n  telephone: +49 761 5550199\n  url: doe.example\nmeta: {site: {private: [basics.phone, basics.url]}}\n';
  const fixed = fixResume(text, 'yaml');
  assert.equal(fixed.text, text.replace('telephone', 'phone').replace('doe.ex', 'https://doe.ex'));
  assert.deepEqual(
    fixed.fixes.map(({ message }) => message),
    ['Renamed "telephone" to "phone".', 'Mended a private value.'],
  );
});

test('What is private twice, as a group and by itself, is private to the end of the group', () => {
  const text = `basics:
  name: J
  location: {city: Elm, region: [x], address: {street: Oak Lane}}
meta: {site: {private: [basics.location, basics.location.city]}}
`;
  const { problems } = parseResume(text, 'yaml', { withPrivate: true });
  const message = 'This private value is not written as it must be.';
  assert.deepEqual(
    problems.map((problem) => `${problem.line} ${problem.message}`),
    [`3 ${message}`, `3 ${message}`],
  );
});

test('What cannot be kept private for certain is refused, and nothing of it is quoted', () => {
  const refuse = (list: readonly string[], work: number, more = '') => {
    const jobs = Array.from({ length: work }, (_, index) => ({ name: `Secret ${index}` }));
    const text = JSON.stringify({
      basics: { name: 'J', summary: more },
      meta: { site: { private: list } },
      work: jobs,
    });
    const { text: shown, parsed } = parseResumeFile({
      ...{ name: 'resume.json', format: 'json' },
      bytes: new TextEncoder().encode(text),
    });
    return { shown, isRead: parsed.resume !== undefined, messages: parsed.problems.map(({ message }) => message) };
  };
  const paths = (count: number) => Array.from({ length: count }, (_, index) => `work[${index}].name`);
  assert.deepEqual(refuse(paths(501), 501), {
    shown: '',
    isRead: false,
    messages: [
      'Here are 501 private paths, but 500 at most are kept; name groups or lists in their place, such as references.',
    ],
  });
  assert.equal(refuse(paths(500), 500).isRead, true);
  const tooMuch =
    'So much is private here that the rest cannot be searched for it; take what nobody may see out of this file.';
  assert.deepEqual(refuse(['work.name', 'work.*.name', 'work[*].name'], 9_000).messages, [tooMuch]);
  assert.equal(refuse(['work'], 2_000, 'Secret 1 '.repeat(50_000)).isRead, true);
  const absent = (count: number, part: string) => Array.from({ length: count }, (_, index) => `work.${part}x${index}`);
  assert.equal(refuse(absent(330, ''), 3_000).isRead, true);
  for (const part of ['', '*.', '*.*.']) assert.deepEqual(refuse(absent(340, part), 3_000).messages, [tooMuch], part);
});
