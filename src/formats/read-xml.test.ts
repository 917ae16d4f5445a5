import assert from 'node:assert/strict';
import test from 'node:test';
import { readXml } from './read-xml.ts';

test('elements become groups, attributes too, and several of a name a list', () => {
  assert.deepEqual(
    readXml('<?xml version="1.0"?><x:a xmlns:x="u"><b k="1">t</b><b/><c><![CDATA[<&]]>d</c>mixed</x:a>'),
    {
      name: 'a',
      data: { b: [{ '@k': '1', '#text': 't' }, ''], c: '<&d', '#text': 'mixed' },
    },
  );
});

test('predefined and numbered entities are resolved', () => {
  assert.equal(readXml('<a>&lt;p&gt; &amp; &#233;&#x2013;</a>').data, '<p> & é–');
});

const wrong: readonly (readonly [what: string, xml: string, sentence: RegExp])[] = [
  ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', /document type/],
  ['an entity of its own', '<a>&x;</a>', /not well-formed XML/],
  ['an element that does not end', '<a><b></a>', /not well-formed XML/],
  ['two roots', '<a/><b/>', /not well-formed XML/],
  ['no element', '', /not well-formed XML/],
  ['text alone', 'text', /not well-formed XML/],
  ['too many levels', '<a>'.repeat(100_000), /more than 60 levels/],
  ['a prefix that nobody declared is fine, but not an attribute twice', '<a b="1" b="2"/>', /not well-formed XML/],
];

for (const [what, xml, sentence] of wrong) {
  test(`XML with ${what} is refused with a sentence`, () => assert.match(readXml(xml).mistake ?? '', sentence));
}

test('names of prototypes are names', () => {
  const { data } = readXml('<a><__proto__>1</__proto__><constructor>2</constructor></a>');
  assert.deepEqual(Object.keys(data ?? {}), ['__proto__', 'constructor']);
});
