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
  ]) {
    assert.equal(holdsHtml(text), false, text);
  }
});

test('What would be HTML still, or nothing, is left to the person', () => {
  assert.equal(convertHtml('&amp;lt;<b>x</b>', true), undefined);
  assert.equal(convertHtml('<b></b>', true), undefined);
});
