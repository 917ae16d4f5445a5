import assert from 'node:assert/strict';
import test from 'node:test';
import { parseResume } from '../parse-resume.ts';

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
    'no position of a whole list that others have too',
    'basics: {name: J, label: Engineer in Oslo}\nwork: [{name: Secret Corp, position: Engineer in Oslo}]\nmeta: {site: {private: [work]}}',
    [],
  ],
  [
    'each of several texts that say a number one behind the other, and no two that say it together alone',
    'basics: {name: J, phone: 0170 5550123}\nskills: [{name: "0170 5550123", keywords: ["+49 170 5550123", "0170 5", 550123, "49", "0170 5550123 0170 5550123"]}]\nmeta: {site: {private: [basics.phone]}}',
    [
      `2:17 skills[0].name: ${says('basics.phone')}`,
      `2:44 skills[0].keywords[0]: ${says('basics.phone')}`,
      `2:87 skills[0].keywords[4]: ${says('basics.phone')}`,
    ],
  ],
  [
    'two values in one text by the first that it says',
    'basics: {name: J, phone: 0170 5550123, email: j@doe.example, summary: "j@doe.example, 0170 5550123"}\nmeta: {site: {private: [basics.phone, basics.email]}}',
    [`1:71 basics.summary: ${says('basics.email')}`],
  ],
  [
    'no list of what is private, whatever it says',
    'basics: {name: J, email: j@doe.example}\nmeta: {site: {private: [basics.email, j@doe.example]}}',
    [
      '2:39 meta.site.private[1]: There is no "•••" in this file, so nothing is kept private by it; correct it, or take it out.',
    ],
  ],
  [
    'nothing, which says nothing',
    'basics: {name: J, label: "null", url: null}\nmeta: {site: {private: [basics.label]}}',
    [],
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
