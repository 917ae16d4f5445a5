import assert from 'node:assert/strict';
import test from 'node:test';
import { type Told, tellAll } from '../../../test/resume/tell-all.ts';

const cases: readonly (readonly [title: string, text: string, told: Told])[] = [
  [
    'languages at the root',
    'basics:\n  name: J\nlang: de\nx-locale: fr\n',
    {
      resume: { basics: { name: 'J' }, meta: { language: 'de' } },
      notes: [
        '3:1 lang: "lang" is read as the language of the page; write it under meta, as language: de.',
        '4:1 x-locale: "x-locale" is read as the language of the page; write it under meta, as language: fr.',
      ],
    },
  ],
  [
    'a language at the root beside one under meta',
    'basics:\n  name: J\nlocale: " de "\nmeta: {language: fr, a: b}\n',
    {
      resume: { basics: { name: 'J' }, meta: { language: 'fr', a: 'b' } },
      notes: ['3:1 locale: "locale" is read as the language of the page; write it under meta, as language: de.'],
    },
  ],
  [
    'what only looks like a language',
    'basics:\n  name: J\nlanguage: Klingon!\nlanguag: de\nmylang: de\nlanguagex: de\n',
    {
      resume: { basics: { name: 'J' }, languages: [{ language: 'Klingon!' }] },
      notes: [
        '3:1 language: "language" is not a key here; did you mean "languages"? Rename it.',
        '3:11 language: This is a text, but a list belongs here; write [{ language: Klingon! }].',
        '4:1 languag: "languag" is not a key here; did you mean "languages"? Rename it; until then the page leaves it out.',
        '5:1 mylang: "mylang" is not a key here, and there is no other one for it, so the page leaves it out.',
        '6:1 languagex: "languagex" is not a key here but probably "languages", which is here already with another value, and only that is shown; keep one of them.',
      ],
      fixed: 'basics:\n  name: J\nlanguages: [{ language: Klingon! }]\nlanguag: de\nmylang: de\nlanguagex: de\n',
      fixes: ['3:1 language: Renamed "language" to "languages".', '3:11 language: Wrote [{ language: Klingon! }].'],
    },
  ],
  [
    'a text and a group at the root',
    'basics:\n  name: J\nhello: x\nthere: {a: b}\nnothing:\n"": [x]\n"\\u0007": [y]\n',
    {
      resume: { basics: { name: 'J' } },
      notes: [
        '3:1 hello: "hello" is not a key here, and there is no other one for it, so the page leaves it out.',
        '4:1 there: "there" is not a key here, and there is no other one for it, so the page leaves it out.',
        '6:1 [""]: "" is not a key here, and there is no other one for it, so the page leaves it out.',
        '7:1 ["\\u0007"]: "\\u0007" is not a key here, and there is no other one for it, so the page leaves it out.',
      ],
    },
  ],
  [
    'languages that are lists or groups, or have other names',
    'basics:\n  name: J\nlang: [de]\nlocale: {a: de}\nxlang: de\n',
    {
      resume: {
        basics: { name: 'J' },
        sections: [{ key: 'lang', entries: [{ title: 'de' }] }],
        meta: { language: 'de' },
      },
      notes: [
        '4:1 locale: "locale" is not a key here, and there is no other one for it, so the page leaves it out.',
        '5:1 xlang: "xlang" is read as the language of the page; write it under meta, as language: de.',
      ],
    },
  ],
];

for (const [title, text, told] of cases) {
  test(`All is told of ${title}`, () => {
    assert.deepEqual(tellAll(text), told);
  });
}
