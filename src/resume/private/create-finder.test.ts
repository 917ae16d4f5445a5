import assert from 'node:assert/strict';
import test from 'node:test';
import { parseResume, parseResumeFile } from '../parse-resume.ts';
import { concealBroken } from './conceal.ts';
import { createFinder } from './create-finder.ts';

const held = (value: string, key = 'phone') => `basics: {name: J, ${key}: "${value}"`;
for (const [private_, key, written] of [
  ['+49 761 5550199', 'phone', 'Call 0761 / 555-01-99.'],
  ['+49 (0)761 5550199', 'phone', 'tel:00497615550199'],
  ['0761 5550199', 'phone', '+49 (761) 555 0199'],
  ['+46 31 555 01 42', 'phone', '٠٣١ ٥٥٥ ٠١ ٤٢'],
  ['jane+cv@doe.example', 'email', 'Write to JANE+CV@DOE.EXAMPLE'],
  ['jane+cv@doe.example', 'email', 'https://x.example/?to=jane%2Bcv%40doe.example'],
  ['jane+cv@doe.example', 'email', 'jane&#43;cv&#x40;doe.example'],
  ['Günterstalstraße 7', 'label', 'in der GÜNTERSTALSTRASSE 7 links'],
  ['Günterstalstraße 7', 'label', 'cv-gunterstalstrasse-7.pdf'],
  ['東京都千代田区', 'label', '住所は東京都千代田区です'],
] as const) {
  test(`“${private_}” is noticed in “${written}”, and the note does not say it`, () => {
    for (const more of [`summary: "${written}"`, `url: "https://j.example", profiles: [{username: "${written}"}]`]) {
      const text = `${held(private_, key)}, ${more}}\nmeta: {site: {private: [basics.${key}]}}`;
      const { text: shown, parsed } = parseResumeFile({
        name: 'r.yaml',
        format: 'yaml',
        bytes: new TextEncoder().encode(text),
      });
      const notes = parsed.problems.filter(({ message }) => message.startsWith('This says what'));
      assert.deepEqual(
        notes.map(({ severity, message }) => [severity, message]),
        [['note', `This says what basics.${key} keeps private, and everybody can read it here; take it out.`]],
      );
      assert.ok(!shown?.includes(private_) && !shown?.includes(written), shown);
    }
  });
}

for (const [private_, key, written] of [
  ['+49 761 5550199', 'phone', 'Since 2015 for 5,550,199 users'],
  ['Oslo', 'label', 'Osloer Straße, and Kosovo'],
  ['SE', 'label', 'se desarrolló'],
] as const) {
  test(`“${private_}” is not taken to stand in “${written}”`, () => {
    const text = `${held(private_, key)}, summary: "${written}"}\nmeta: {site: {private: [basics.${key}]}}`;
    assert.deepEqual(
      parseResume(text, 'yaml').problems.filter(({ message }) => message.startsWith('This says')),
      [],
    );
  });
}

/** Private values, a text, and what of it says one of them, by the number of the value. */
const said: readonly (readonly [values: readonly string[], text: string, ...found: string[]])[] = [
  [['Oak Street 7'], 'at oak  street, 7!', '0 oak  street, 7'],
  [['Oak Street 7'], 'Oak Street 77'],
  [['Oak'], 'Oak, an oak; OAK.', '0 Oak', '0 oak', '0 OAK'],
  [['Oak'], 'Oakland oa k'],
  [['Oslo', 'Oslo'], 'In Oslo', '0 Oslo'],
  [['Oslo', 'Bonn'], 'Bonn and Oslo', '1 Bonn', '0 Oslo'],
  [['One\nTwo words'], 'Two words', '0 Two words'],
  [['Hi'], 'Hi there'],
  [['東京'], '住所は東京です', '0 東京'],
  [['東'], '東'],
  [['0761 555019'], 'at 761 555 019 now', '0 761 555 019'],
  [['1234567'], 'no 1234567, 12 34 56 7', '0 1234567', '0 12 34 56 7'],
  [['123456'], 'no 123456 or 1-2-3-4-5-6', '0 123456'],
  [['+1 2345678'], '2345678', '0 2345678'],
  [['+1 000 1234567'], '1234567', '0 1234567'],
  [['+49 761 5550199'], 'call 0049 (761) 5550199!', '0 0049 (761) 5550199'],
  [['0761 5550199'], 'call +49 (0)761/5550199', '0 +49 (0)761/5550199'],
  [['0761 5550199'], 'in 2015, 0761 5550199', '0 0761 5550199'],
  [['0761 5550199'], '7 .-. 0761 5550199', '0 0761 5550199'],
  [['0761 5550199'], '(0761) 5550199', '0 (0761) 5550199'],
  [['761 5550199'], '1 2 3 4 5 6 7615550199', '0 2 3 4 5 6 7615550199'],
  [['761 5550199'], '7615550199 x', '0 7615550199'],
  [['  00 49 0761 5550199'], 'x 7615550199', '0 7615550199'],
  [['5 00 1234567'], 'x 5001234567', '0 5001234567'],
  [['Oak Street 7'], '(Oak Street 7)', '0 Oak Street 7'],
  [['Straße'], 'STRASSE strasse', '0 STRASSE', '0 strasse'],
  [
    ['Zoë Smith'],
    'Zoe%CC%88 Smith, Zo&#235; Smith, Zo&#xeb; Smith, Zo\\u00eb Smith',
    '0 Zoe%CC%88 Smith',
    '0 Zo&#235; Smith',
    '0 Zo&#xeb; Smith',
    '0 Zo\\u00eb Smith',
  ],
  [['100% Oak'], '100%25 Oak 100% oak %zz %ff oak', '0 100%25 Oak', '0 100% oak'],
  [['abc'], '&#x110000; &#x10ffff; abc &#abc;', '0 abc', '0 &#abc;'],
  [['j@doe.example'], 'j%40doe.example', '0 j%40doe.example'],
  [['x1'], 'x1'],
  [[''], 'x'],
];

for (const [values, text, ...found] of said) {
  test(`Of “${values.join('”, “')}” is said in “${text}”: ${found.length}`, () => {
    const find = createFinder(values.map((value, index) => ({ path: String(index), value })));
    assert.deepEqual(
      find(text).map(({ path, start, end }) => `${path} ${text.slice(start, end)}`),
      found,
    );
  });
}

test('A number of zeros is looked for as it is', () => {
  const find = createFinder([{ path: 'phone', value: '00000-00000' }]);
  assert.deepEqual(find('0 000'), []);
  assert.deepEqual(find('a 0000 000 000 b'), [{ path: 'phone', start: 2, end: 14 }]);
});

test('Of a file that cannot be read nothing is quoted where it may keep something private', () => {
  const diagnostics = [
    { severity: 'error', path: '', start: 0, message: 'A "Secret \\" one", ":", "a", "ab", "1", "12", "•!".' },
  ] as const;
  const hidden = 'A "•••", ":", "a", "•••", "1", "•••", "•!".';
  for (const text of [
    'meta: {private: [a]}',
    '"private" :',
    'PRIVATE:',
    "'private': 1",
    'a\nprivate: 1',
    'private  : 1',
  ]) {
    const { shown, diagnostics: told } = concealBroken(text, diagnostics);
    assert.deepEqual([shown, told.map(({ message }) => message)], ['', [hidden]], text);
  }
  for (const text of ['not private at all', 'unprivate: x', 'private x:'])
    assert.deepEqual(concealBroken(text, diagnostics), { shown: text, diagnostics });
});
