import assert from 'node:assert/strict';
import test from 'node:test';
import { html } from '#html';
import { createLinkResolver } from './links.ts';
import { renderInline, renderRichText } from './render-text.ts';
import { createTextReader, joinWords } from './rich-text.ts';

const resolveLink = createLinkResolver((path) => path === 'talk.pdf');
const read = (text: string) => createTextReader()(text, resolveLink);
const render = (text: string) => html`${renderRichText(read(text))}`.markup;
const renderOne = (text: string) => html`${renderInline(read(text))}`.markup;

const rendered: readonly [what: string, text: string, markup: string][] = [
  ['emphasis', 'a *b* __c__', '<p>a <em>b</em> <strong>c</strong></p>'],
  ['code', '`a < b`', '<p><code>a &lt; b</code></p>'],
  ['links', '[a](https://b.example "c")', '<p><a href="https://b.example" title="c">a</a></p>'],
  ['addresses in angle brackets', '<https://b.example>', '<p><a href="https://b.example">https://b.example</a></p>'],
  ['links to files of the site', '[talk](/talk.pdf)', '<p><a href="/talk.pdf">talk</a></p>'],
  ['lists', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  ['lists in lists', '- a\n  - b', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
  ['numbered lists with their first number', '3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
  ['lists with bullets of other programs', 'a:\n• b\n•\tc', '<p>a:</p><ul><li>b</li><li>c</li></ul>'],
  ['signs that are no bullets', '•••◦◦ a • b', '<p>•••◦◦ a • b</p>'],
  ['loose lists', '- a\n\n  b', '<ul><li><p>a</p><p>b</p></li></ul>'],
  ['paragraphs', 'a\n\nb', '<p>a</p><p>b</p>'],
  ['hard line breaks', 'a\\\nb', '<p>a<br>b</p>'],
  ['lines that run on', 'a\n b  c', '<p>a b c</p>'],
  ['lines of an item', '- a\n  b', '<ul><li>a b</li></ul>'],
  ['escaped characters', '\\*a\\*', '<p>*a*</p>'],
];

for (const [what, text, markup] of rendered) {
  test(`Markdown has ${what}`, () => {
    assert.equal(render(text), markup);
  });
}

const literal: readonly [what: string, text: string, markup: string][] = [
  ['headings', '# a', '<p># a</p>'],
  ['underlined headings', 'a\n===', '<p>a ===</p>'],
  ['quotes', '> a', '<p>&gt; a</p>'],
  ['rules', '---', '<p>---</p>'],
  ['HTML', '<b>a</b>', '<p>&lt;b&gt;a&lt;/b&gt;</p>'],
  ['blocks of HTML', '<div>\na\n</div>', '<p>&lt;div&gt; a &lt;/div&gt;</p>'],
  ['entities', '&copy; &lt;', '<p>&amp;copy; &amp;lt;</p>'],
  ['definitions', '[a]: https://b.example\n\n[a]', '<p>[a]: https://b.example</p><p>[a]</p>'],
  ['indented code', '    a', '<p>a</p>'],
  ['words with underscores', 'snake_case_name', '<p>snake_case_name</p>'],
  ['stars between numbers', '2 * 3 * 4', '<p>2 * 3 * 4</p>'],
];

for (const [what, text, markup] of literal) {
  test(`${what} stay text`, () => {
    assert.equal(render(text), markup);
  });
}

const unsafe = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//host.example',
  '/\\host.example',
  'relative/path',
];

for (const url of unsafe) {
  test(`a link to ${url} keeps its text and loses its address`, () => {
    assert.equal(render(`[a](${url})`), '<p>a</p>');
  });
}

test('an image is a link without its picture', () => {
  assert.equal(render('![a](https://b.example/c.png)'), '<p>!<a href="https://b.example/c.png">a</a></p>');
});

test('a single paragraph loses its <p> where text runs on', () => {
  assert.equal(renderOne('a **b**'), 'a <strong>b</strong>');
  assert.equal(renderOne('a\n\nb'), '<p>a</p><p>b</p>');
});

test('plain text has the words and none of the marks', () => {
  assert.equal(joinWords(read('a **b** `c` [d](https://e.example)\n\n- f\n- g\\\n  h')), 'a b c d f g h');
});

test('lists in lists end somewhere', () => {
  const text = '- '.repeat(5000);
  assert.match(render(`${text}a`), /- - a<\/li>/);
  assert.match(render(`${'1. '.repeat(5000)}a`), /1\. a<\/li>/);
});

test('a text that would take the parser long stays as it was typed', () => {
  const text = '*a_'.repeat(10_000);
  assert.deepEqual(read(text), [{ kind: 'paragraph', spans: [{ kind: 'text', text }] }]);
  const lines = '- a\n'.repeat(5_000);
  assert.equal(read(lines)[0]?.kind, 'paragraph');
});

test('many texts together get no more of the parser than one', () => {
  const readAll = createTextReader();
  const isParsed = (text: string) => JSON.stringify(readAll(text, resolveLink)).includes('"emphasis"');
  const hostile = Array.from({ length: 5_000 }, () => isParsed('*a* '.repeat(100)));
  assert.equal(hostile.filter(Boolean).length, 12);
});

test('a long résumé keeps its emphasis to the end', () => {
  const readAll = createTextReader();
  const texts = Array.from({ length: 3_000 }, (_, index) => `Did **${index}** things for [a](https://b.example).`);
  for (const text of texts) assert.ok(JSON.stringify(readAll(text, resolveLink)).includes('"strong"'));
});

test('what stays as it was typed keeps its paragraphs', () => {
  const long = '*a_'.repeat(10_000);
  const paragraphs = read(` ${long}\n \t\n\n  b\nc \n\n `).map((block) => 'spans' in block && block.spans);
  assert.deepEqual(paragraphs, [[{ kind: 'text', text: long }], [{ kind: 'text', text: 'b c' }]]);
});

test('words on several lines are one line to search engines', () => {
  assert.equal(joinWords(read('a\n  b\\\n c\n\n- d\n\n  ')), 'a b c d');
});
