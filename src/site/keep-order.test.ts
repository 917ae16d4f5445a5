import assert from 'node:assert/strict';
import test from 'node:test';
import { html } from '#html';
import { isForeign, keepOrder } from './keep-order.ts';
import { renderInline } from './render-text.ts';
import { createTextReader } from './rich-text.ts';

const render = (text: string) => html`${renderInline(keepOrder(createTextReader()(text, (url) => url)))}`.markup;
const island = (text: string) => `<bdi dir="ltr">${text}</bdi>`;

const kept: readonly [what: string, text: string, markup: string][] = [
  ['names with signs', 'ב־C++ וב־C#.', `ב־${island('C++')} וב־${island('C#')}.`],
  ['names behind a letter that is a word', 'API وC#، و.NET', `API و${island('C#')}، و${island('.NET')}`],
  ['names that begin with one', 'סביבת .NET', `סביבת ${island('.NET')}`],
  ['telephone numbers', 'טל׳ +972 3 555-0100, בערב', `טל׳ ${island('+972 3 555-0100')}, בערב`],
  ['names in emphasis', 'עם **C++**', `עם <strong>${island('C++')}</strong>`],
  ['sentences in other letters', 'Built *it*.', island('Built <em>it</em>.')],
  ['points in other letters', '- Built it.\n- בנה', `<ul><li>${island('Built it.')}</li><li>בנה</li></ul>`],
];

for (const [what, text, markup] of kept) {
  test(`${what} keep their order in a text from right to left`, () => assert.equal(render(text), markup));
}

test('what reads in either direction stays as it is', () => {
  for (const text of ['שלום Go', 'Go', 'A+B של', '`C++` של', '2019 – 2021', '★★★☆☆', 'ב־40%'])
    assert.doesNotMatch(render(text), /bdi/, text);
});

test('words are foreign where they begin or end with a sign, and have letters, none from right to left', () => {
  assert.deepEqual(['Go', 'C#', '3D art', 'لغة C#', '80 %', 'Go لغة.'].map(isForeign), [
    false,
    true,
    true,
    false,
    false,
    false,
  ]);
});
