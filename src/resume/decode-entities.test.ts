import assert from 'node:assert/strict';
import test from 'node:test';
import { decodeEntities } from './decode-entities.ts';

const cases: readonly (readonly [what: string, text: string, decoded: string])[] = [
  ['the signs of HTML itself', '&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
  ['what editors write for typography', '&ndash;&mdash;&hellip;&bull;&middot;&rsquo;&ldquo;&raquo;', '–—…•·’“»'],
  ['signs of money, law and numbers', '&euro;&pound;&copy;&reg;&trade;&times;&sup2;&frac12;', '€£©®™×²½'],
  [
    'letters with accents',
    '&eacute;&Agrave;&ccirc;&ntilde;&Uuml;&ccedil;&eogon;&Scaron;&szlig;&oslash;&Lstrok;',
    'éÀĉñÜçęŠßøŁ',
  ],
  ['spaces', 'a&nbsp;b&ensp;c&emsp;d&thinsp;e&#160;f&#10;g', 'a b c d e f g'],
  ['what is not seen', '&shy;&zwnj;&zwj;', '\u00ad\u200c\u200d'],
  ['numbers', '&#65;&#x41;&#X20AC;&#128512;&#126;&#xd7ff;&#xe000;&#x10ffff;', 'AA€😀~\ud7ff\ue000\u{10ffff}'],
  ['numbers of Windows', '&#128;&#146;&#150;&#159;', '€’–Ÿ'],
];

for (const [what, text, decoded] of cases) {
  test(`HTML spells ${what}`, () => assert.equal(decodeEntities(text), decoded));
}

test('What is no character stays as it is', () => {
  for (const text of [
    ...[
      '&nope;',
      '&Copy;',
      '&qacute;',
      '&acute;',
      '&;',
      '&amp',
      '& amp;',
      'AT&T;',
      '\\&amp;',
      '&#;',
      '&#x;',
      '&#12345678;',
    ],
    ...['&#0;', '&#31;', '&#127;', '&#xd800;', '&#xdfff;', '&#x110000;', '&#9999999;'],
  ])
    assert.equal(decodeEntities(text), text);
});
