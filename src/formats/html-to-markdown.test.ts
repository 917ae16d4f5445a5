import assert from 'node:assert/strict';
import test from 'node:test';
import { decodeEntities, htmlToMarkdown, isHtml } from './html-to-markdown.ts';

const cases: readonly (readonly [html: string, markdown: string])[] = [
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['one<br>two<br/>three', 'one\n\ntwo\n\nthree'],
  ['<p>a <strong>b </strong>c <em>d</em> <b><i>e</i></b></p>', 'a **b** c *d* ***e***'],
  ['<p><strong></strong>a<em> </em>b</p>', 'a b'],
  ['<p><strong>a</p><p>b</strong></p>', '**a**\n\n**b**'],
  ['<ul><li>a</li><li><p>b</p></li></ul>', '- a\n- b'],
  ['<ol><li>a</li><li>b</li></ol>', '1. a\n2. b'],
  ['<ol><li data-list="bullet">a</li><li data-list="ordered">b</li></ol>', '- a\n2. b'],
  ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
  ['<p>x</p><ul><li>a</li></ul><p>y</p>', 'x\n\n- a\n\ny'],
  ['<li>a<li>b', '- a\n- b'],
  ['<a href="https://x.example/a (b)">t</a>', '[t](https://x.example/a%20%28b%29)'],
  ['<a href="https://x.example">https://x.example</a>', 'https://x.example'],
  ['<a name="x">t</a> <a href=\'https://y.example\'>u</a>', 't [u](https://y.example)'],
  ['<h3>Head</h3>text', 'Head\n\ntext'],
  ['<code>a</code> &lt;b&gt; &amp;amp; &eacute; &#8211;&#x2013; &nope; & ', '`a` \\<b> \\&amp; é –– \\&nope; &'],
  ['<span style="color: rgb(1, 2, 3)" title=">">a</span>', 'a'],
  ['<!-- note -->a<!-- open', 'a'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['<p>2 * 3, a*b*c, _x_, snake_case, [1](2)</p>', '2 * 3, a\\*b\\*c, \\_x\\_, snake_case, \\[1](2)'],
  ['<p>&nbsp;</p><p><br></p>', ''],
];

for (const [html, markdown] of cases) {
  test(`${JSON.stringify(html)} becomes ${JSON.stringify(markdown)}`, () =>
    assert.equal(htmlToMarkdown(html), markdown));
}

test('HTML is told from text', () => {
  for (const html of ['<p>a</p>', 'a<br>b', '<UL><LI>', '<a href="x">y</a>', 'x</strong>'])
    assert.ok(isHtml(html), html);
  for (const text of ['a < b', 'List<String>', '<ada@example.com>', '<https://example.com>', 'C++ & <T>', '']) {
    assert.ok(!isHtml(text), text);
  }
});

test('entities without a character, and those of control characters, do no harm', () => {
  assert.equal(decodeEntities('&#0;&#xD800;&#x110000;&#9999999;a&#10;b'), '    a b');
});

test('hostile text costs no more than its length', () => {
  for (const piece of ['<a "', '<a ', '<ul><li>', '&#', '**', '<!--', '[a](']) {
    assert.equal(typeof htmlToMarkdown(piece.repeat(20_000)), 'string');
  }
});
