import assert from 'node:assert/strict';
import test from 'node:test';
import { html, joinHtml, trustedHtml } from './html.ts';

test('values are escaped in text and in attributes', () => {
  const hostile = `<b onclick="x">&'`;
  assert.equal(
    html`<i title="${hostile}">${hostile}</i>`.markup,
    '<i title="&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;">&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;</i>',
  );
});

test('markup inside markup is not escaped twice', () => {
  assert.equal(html`<p>${html`<b>${'&'}</b>`}</p>`.markup, '<p><b>&amp;</b></p>');
});

test('nothing is rendered for undefined, false and empty lists', () => {
  assert.equal(html`[${undefined}${false}${[]}${''}]`.markup, '[]');
});

test('lists are joined', () => {
  assert.equal(html`${['<', html`<br>`, ['a']]}`.markup, '&lt;<br>a');
});

test('line breaks of the template vanish and those of a value stay', () => {
  const value = 'one\n  two';
  assert.equal(
    html`
      <p>
        ${value}
      </p>`.markup,
    '<p>one\n  two</p>',
  );
});

test('joining leaves out what is not there', () => {
  assert.equal(joinHtml(['a', undefined, false, '', html``, 'b'], ' · ').markup, 'a · b');
});

test('trusted markup goes in as it is', () => {
  assert.equal(html`<script>${trustedHtml('1 < 2')}</script>`.markup, '<script>1 < 2</script>');
});

test('a template that was never seen is made compact as one that was', () => {
  const make = (value: string) => {
    const strings = Object.assign(['\n  <p>\n\n    ', '</p>\n  <i>\n'], { raw: [] });
    return [html(strings, value).markup, html(strings, value).markup];
  };
  assert.deepEqual(make('a'), ['<p>a</p><i>', '<p>a</p><i>']);
  assert.deepEqual(make('b'), ['<p>b</p><i>', '<p>b</p><i>']);
});
