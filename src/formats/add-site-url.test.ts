import assert from 'node:assert/strict';
import test from 'node:test';
import { addSiteUrl } from './add-site-url.ts';

const url = 'https://ada.example';
const cases: readonly (readonly [title: string, before: string, after: string])[] = [
  [
    'at the end, where there is no meta',
    '# top\n\nbasics:\n  name: Ada # me\n\n# Not taken: x\n',
    '# top\n\nbasics:\n  name: Ada # me\n\nmeta:\n  site:\n    url: https://ada.example\n\n# Not taken: x\n',
  ],
  [
    'beside what meta has',
    'basics:\n  name: Ada\nmeta:\n  language: de\n  site:\n    pdf: false\n',
    'basics:\n  name: Ada\nmeta:\n  language: de\n  site:\n    pdf: false\n    url: https://ada.example\n',
  ],
  [
    'in place of another',
    'meta:\n  site:\n    url: https://old.example\n',
    'meta:\n  site:\n    url: https://ada.example\n',
  ],
  ['nowhere, where meta is a text', 'meta: mine\n', 'meta: mine\n'],
];
for (const [title, before, after] of cases)
  test(`the address is written ${title}`, () => assert.equal(addSiteUrl(before, url), after));
