import assert from 'node:assert/strict';
import test from 'node:test';
import { holdsHtml, htmlToLine, htmlToMarkdown } from './html-to-markdown.ts';

/** Without a line of its own, the line is the Markdown in one. */
const cases: readonly (readonly [html: string, markdown: string, line?: string])[] = [
  ['I <strong>build</strong> <em>it</em>.', 'I **build** *it*.', 'I build it.'],
  ['<b>a</b> and <i>b</i>, <code>c</code>', '**a** and *b*, `c`', 'a and b, c'],
  [
    '`<p></p>` and `<div>` or `</div>` are <b>tags</b>',
    '`<p></p>` and `<div>` or `</div>` are **tags**',
    '`<p></p>` and `<div>` or `</div>` are tags',
  ],
  ['<p>a ` b</p><p>c ` d</p>', 'a ` b\n\nc ` d', 'a ` b c ` d'],
  ['One<br/>two<BR>three', 'One\n\ntwo\n\nthree'],
  ['<br >a</br>b<br />', 'a\n\nb'],
  ['<p>One</p><p class="x">Two</p>', 'One\n\nTwo'],
  ['<p>One\n  line\t <b>a </b> b</p>', 'One line **a** b', 'One line a b'],
  ['<p>a <strong>b </strong>c <em>d</em> <b><i>e</i></b></p>', 'a **b** c *d* ***e***', 'a b c d e'],
  ['<p><strong></strong>a<em> </em>b</p>', 'a b'],
  ['<p><strong>a</p><p>b</strong></p>', '**a**\n\n**b**', 'a b'],
  ['<b>a<b>b</b>c</b>', '**ab**c', 'abc'],
  ['<b>a<i>b</b>c</i>', '**a*b***c', 'abc'],
  ['a</a>b<b>c</b>', 'ab**c**', 'abc'],
  ['\\<b>x</b><i>y</i>', '\\<b>x*y*', '\\<b>xy'],
  ['<div>a</div><p\nclass=x>b</p><STRONG>c</STRONG><em >d</em>', 'a\n\nb\n\n**c***d*', 'a b cd'],
  ['<u>a</u><s>b</s><small>c</small><sup>d</sup><sub>e</sub><mark>f</mark><font color="red">g</font>', 'abcdefg'],
  ['<span style="color: rgb(1, 2, 3)" title=">">a</span>', 'a'],
  ["<span title='>'>a</span><span title='\"'>b</span>", 'ab'],
  ['<span style="a">x</span><h2>y</h2>', 'x\n\ny'],
  ['a<h1>b</h1>c<h6 class=x>d</h6>e', 'a\n\nb\n\nc\n\nd\n\ne'],
  ['a<center>b</center>c<blockquote>d</blockquote>e<hr>f<hr/>g', 'a\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng'],
  ['<table><tr><th>a<th>b</tr><tr><td>c</td><td>d</td></tr></table>', 'a b\n\nc d', 'ab cd'],
  ['a <img src="/x.png">b<br>', 'a b'],
  ['<!-- <b>note</b> -->a<br><!-- open', 'a'],
  ['<p>a<!-- note -->b</p>', 'ab'],

  ['Now: <ul><li>One</li><li>Two</li></ul> then', 'Now:\n\n- One\n- Two\n\nthen', 'Now: One Two then'],
  ['<ul>\n  <li>a</li>\n  <li><p>b</p></li>\n</ul>', '- a\n- b', 'a b'],
  ['<ol><li>One</li><li>Two</li></ol>', '1. One\n2. Two', 'One Two'],
  ['<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol><ol><li>d</li></ol>', '1. a\n   - b\n2. c\n1. d', 'a b c d'],
  ['<ul><li>a<ol><li>b<br>c</li></ol></li><li>d<br>e</li></ul>', '- a\n  1. b\n     c\n- d\n  e', 'a b c d e'],
  ['<ol><li data-list="bullet">a</li><li data-list="ordered">b</li></ol>', '- a\n2. b', 'a b'],
  [
    "<ol><li data-list='bullet'>a</li><li data-list = bullet>b</li><li xdata-list=bullet>c</li></ol>",
    '- a\n- b\n3. c',
    'a b c',
  ],
  ['<ul><li>a<li>b</ul>', '- a\n- b', 'a b'],
  ['<li>a</li><li>b</li></ul>c<br>', '- a\n- b\n\nc', 'a b c'],
  ['a<br>- b<br>- c<br>2020. d', 'a\n\n- b\n- c\n2020. d', 'a - b - c 2020. d'],

  ['See <a href="https://a.example/b?c=d&amp;e">this</a>.', 'See [this](https://a.example/b?c=d&e).', 'See this.'],
  ["See <a target=_blank href='/cv.pdf'>this</a>.", 'See [this](/cv.pdf).', 'See this.'],
  ['<a href=https://a.example/x>y</a> <a HREF = "a.pdf">z</a>', '[y](https://a.example/x) [z](a.pdf)', 'y z'],
  [
    '<a href="mailto:a@b.example">y</a> <a href="tel:+1"><b>z</b></a>',
    '[y](mailto:a@b.example) [**z**](tel:+1)',
    'y z',
  ],
  ['<a href="https://x.example/a (b)">t</a>', '[t](https://x.example/a%20%28b%29)', 't'],
  ['<a href="https://x.example">https://x.example</a>', 'https://x.example'],
  ['<a href=" javascript:alert(1)">a</a><a href="VBScript:x">b</a><a href="data:text/html,x">c</a>', 'abc'],
  ['<a href="/x?data:1">a</a> <a href="/a\tb">c</a>', '[a](/x?data:1) [c](/a%09b)', 'a c'],
  ['&eacute;#1 and &eacute;lan;<br>', 'é#1 and élan;'],
  ['<a name="x">a</a><a data-href="https://a.example">b</a><a href="">c</a>', 'abc'],

  ['R&amp;D &mdash; caf&eacute; &#8364;&#x20AC; &nope; &', 'R&D — café €€ &nope; &'],
  ['a &lt; b, &lt;div&gt;, &amp;lt;', 'a < b, \\<div>, \\&lt;', 'a < b, <div>, &lt;'],
  ['&lt;/b &lt;!b &lt;1 &amp;#1 &amp; lt;', '\\</b \\<!b <1 \\&#1 & lt;', '</b <!b <1 &#1 & lt;'],
  ['\\&amp;<br>', '\\&amp;'],
  ['&#42;a&#42; &#95;b&#96; &#91;c](d) e', '\\*a\\* \\_b\\` \\[c](d) e', '*a* _b` [c](d) e'],
  ['<p>&lt;b&gt; &amp;amp; &amp; 1 < 2</p>', '\\<b> \\&amp; & 1 < 2', '<b> &amp; & 1 < 2'],
  [
    '<p>2 * 3, a*b*c, _x_, snake_case, `, [1](2)</p>',
    '2 * 3, a\\*b\\*c, \\_x\\_, snake_case, \\`, [1\\](2)',
    '2 * 3, a*b*c, _x_, snake_case, `, [1](2)',
  ],
  ['**a** `List<T>`<br>_b_  [c](d)', '**a** `List<T>`\n\n_b_ [c](d)', '**a** `List<T>` _b_ [c](d)'],
  ['- a\n  - b\n\n\n \nc \t d<br>', '- a\n  - b\n\nc d', '- a - b c d'],
  ['<p>a</p>*b*<p>*c*', 'a\n\n*b*\n\n\\*c\\*', 'a *b* *c*'],
];

for (const [html, markdown, line = markdown.replaceAll(/\s+/g, ' ')] of cases) {
  test(`${JSON.stringify(html)} is ${JSON.stringify(markdown)} in Markdown`, () => {
    assert.ok(holdsHtml(html));
    assert.equal(htmlToMarkdown(html), markdown);
    assert.equal(htmlToLine(html), line);
    assert.equal(holdsHtml(markdown), false);
  });
}

test('HTML without any text is no text', () => {
  for (const html of ['<p>&nbsp;</p><p><br></p>', '<b></b>', '<ul><li></li></ul>', '<!-- a -->']) {
    assert.equal(htmlToMarkdown(html), '');
    assert.equal(htmlToLine(html), '');
  }
});

test('What only looks like HTML is left alone', () => {
  for (const text of [
    ...['a < b && c > d', '1 < 2 and 3 > 2', 'Array<string>', 'I know <div> and <T>', 'C++ & <T>', ''],
    ...['AT&T; R&D', '&unknown;', '&#0;', '&Copy;', '\\&amp;', '<ada@example.com>', '<https://example.com>'],
    ...['\\<b\\>x', '\\<b>x</b>', '<b>x', '<i>x</b>', 'x</b>', '<bx>y</b>', '<br', '<T>x</T>', '<!-- a -->'],
  ]) {
    assert.equal(holdsHtml(text), false, text);
  }
});

test('However deep a list stands in others, twelve levels are shown', () => {
  const markdown = htmlToMarkdown(`${'<ul><li>a'.repeat(20)}</ul>`);
  assert.match(markdown, /^- a\n {2}- a\n/);
  assert.match(markdown, /\n {24}- a\n {24}- a$/);
});

// What looked through the rest of the text from every place took minutes for a million bytes.
test('Hostile text costs no more than its length', () => {
  for (const piece of [
    '<a "',
    "<a '",
    '<a ',
    '<ul><li>a',
    '&#',
    '**',
    '<!--',
    '[a](',
    '[',
    '</b>',
    '<b>',
    '<p>_ `',
    ' \t',
  ]) {
    const text = `<p>${piece.repeat(20_000)}`;
    assert.equal(typeof htmlToMarkdown(`a</p>${piece.repeat(20_000)}x`), 'string');
    assert.equal(typeof htmlToMarkdown(text), 'string');
    assert.equal(typeof htmlToLine(text), 'string');
    assert.equal(typeof holdsHtml(text), 'boolean');
  }
});
