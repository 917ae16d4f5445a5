import assert from 'node:assert/strict';
import test from 'node:test';
import { convertHtml, holdsHtml } from './html-to-markdown.ts';

const cases: readonly (readonly [html: string, markdown: string, line: string])[] = [
  ['I <strong>build</strong> <em>it</em>.', 'I **build** *it*.', 'I build it.'],
  ['<b>a</b> and <i>b</i>, <code>c</code>', '**a** and *b*, `c`', 'a and b, c'],
  ['One<br/>two<BR>three', 'One\ntwo\nthree', 'One two three'],
  ['<p>One</p><p class="x">Two</p>', 'One\n\nTwo', 'One Two'],
  ['Now: <ul><li>One</li><li>Two</li></ul> then', 'Now:\n\n- One\n- Two\n\nthen', 'Now: One Two then'],
  ['<ol><li>One</li><li>Two</li></ol>', '1. One\n2. Two', 'One Two'],
  ['<ul><li>One<ul><li>Deep</li></ul></li></ul>', '- One\n\n  - Deep', 'One Deep'],
  ['See <a href="https://a.example/b?c=d">this</a>.', 'See [this](https://a.example/b?c=d).', 'See this.'],
  ["See <a target=_blank href='/cv.pdf'>this</a>.", 'See [this](/cv.pdf).', 'See this.'],
  ['See <a href="javascript:alert(1)">this</a>.', 'See this.', 'See this.'],
  ['R&amp;D &mdash; caf&eacute; &#8364;&#x20AC;', 'R&D — café €€', 'R&D — café €€'],
  ['<span style="a">x</span><h2>y</h2>', 'x\n\ny', 'x y'],
  ['a &lt; b, &lt;div&gt;, &amp;lt;<br>', 'a < b, \\<div>, \\&lt;', 'a < b, <div>, &lt;'],
  [
    '&amp;&lt;&gt;&quot;&apos;&nbsp;&ndash;&mdash;&hellip;&bull;&copy;&reg;&trade;&euro;',
    '&<>"\' –—…•©®™€',
    '&<>"\' –—…•©®™€',
  ],
  [
    '&eacute;&egrave;&agrave;&ccedil;&auml;&ouml;&uuml;&Auml;&Ouml;&Uuml;&szlig;&rsquo;&lsquo;&rdquo;&ldquo;',
    'éèàçäöüÄÖÜß’‘”“',
    'éèàçäöüÄÖÜß’‘”“',
  ],
  ['&#X41;&#65; &#32;&#31;&#127;&#159;<br>', 'AA  &#31;&#127;&#159;', 'AA &#31;&#127;&#159;'],
  ['&#126;&#160;&#xd7ff;&#xe000;x<br>', '~\u00a0\ud7ff\ue000x', '~ \ud7ff\ue000x'],
  [
    '&#xd800;&#xdfff;&#x10ffff;&#x110000;<br>',
    '&#xd800;&#xdfff;\u{10ffff}&#x110000;',
    '&#xd800;&#xdfff;\u{10ffff}&#x110000;',
  ],
  ['&lt;/b &lt;b &lt;1 &amp;#1 &amp; lt;', '\\</b \\<b <1 \\&#1 & lt;', '</b <b <1 &#1 & lt;'],
  ['\\&amp;<br>', '\\&amp;', '\\&amp;'],
  ['\\<b>x</b><i>y</i>', '\\<b>x***y*', '\\<b>xy'],
  [
    '<u>a</u><s>b</s><small>c</small><sup>d</sup><sub>e</sub><mark>f</mark><font color="red">g</font>',
    'abcdefg',
    'abcdefg',
  ],
  ['a<center>b</center>c<blockquote>d</blockquote>e<hr>f<hr/>g', 'a\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng', 'abcde f g'],
  ['a<h1>b</h1>c<h6 class=x>d</h6>e', 'a\n\nb\n\nc\n\nd\n\ne', 'a b c d e'],
  ['<div>a</div><p\nclass=x>b</p><STRONG>c</STRONG><em >d</em>', 'a\n\nb\n\n**c***d*', 'a b cd'],
  [
    '<a href=https://a.example/x>y</a> <a HREF = "https://b.example">z</a>',
    '[y](https://a.example/x) [z](https://b.example)',
    'y z',
  ],
  ['<a href="mailto:a@b.example">y</a> <a href="tel:+1">z</a>', '[y](mailto:a@b.example) [z](tel:+1)', 'y z'],
  [
    '<a href="ftp://x">a</a><a href="https://a.example/(x)">b</a><a href="https://a.example/a b">c</a><a>d</a>',
    'abcd',
    'abcd',
  ],
  ['<a name="x">a</a><a data-href="https://a.example">b</a><a href="">c</a>', 'abc', 'abc'],
  ['a</a>b<b>c</b>', 'ab**c**', 'abc'],
  ['<li>a</li><li>b</li></ul>', '- a\n- b', 'a b'],
  ['<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol><ol><li>d</li></ol>', '1. a\n\n  - b\n\n2. c\n\n1. d', 'a b c d'],
  ['a  <br>\t b<br>  - c<br>  1. d<br><br><br><br>e', 'a\nb\n  - c\n  1. d\n\ne', 'a b - c 1. d e'],
  ['a<div>b</div>c <a href="http://a.example">d</a>', 'a\n\nb\n\nc [d](http://a.example)', 'a b c d'],
  ['<br>  10. a', '10. a', '10. a'],
  ['x<br>  10. a', 'x\n  10. a', 'x 10. a'],
  ['<br >a</br>b<br />', 'a\nb', 'a b'],
];

for (const [html, markdown, line] of cases) {
  test(`${html} is written in Markdown`, () => {
    assert.ok(holdsHtml(html));
    assert.equal(convertHtml(html, false), markdown);
    if (!holdsHtml(line)) assert.equal(convertHtml(html, true), line);
  });
}

test('What only looks like HTML is left alone', () => {
  for (const text of [
    'a < b && c > d',
    'Array<string>',
    'I know <div> and <T>',
    'AT&T; R&D',
    '&unknown;',
    '&#0;',
    '\\<b\\>x',
    '<b>x',
    '<i>x</b>',
    'x</b>',
    '<pre>x</pre>',
    '&Copy;',
    '<bx>y</b>',
    '',
  ]) {
    assert.equal(holdsHtml(text), false, text);
  }
});

test('What would be HTML still, or nothing, is left to the person', () => {
  assert.equal(convertHtml('&amp;lt;<b>x</b>', true), undefined);
  assert.equal(convertHtml('<b></b>', true), undefined);
});
