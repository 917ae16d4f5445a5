import assert from 'node:assert/strict';
import test from 'node:test';
import type { ResumeFormat } from './read/read-document.ts';
import { setImage } from './set-image.ts';

const cases: readonly (readonly [title: string, format: ResumeFormat, before: string, after: string | undefined])[] = [
  [
    'after the name',
    'yaml',
    'basics:\n  name: Jane\n  label: X\n',
    'basics:\n  name: Jane\n  image: photo.jpg\n  label: X\n',
  ],
  ['at the end', 'yaml', 'basics:\n  name: Jane', 'basics:\n  name: Jane\n  image: photo.jpg\n'],
  [
    'and keeps comments',
    'yaml',
    '# mine\nbasics: # me\n  name: Jane # it is\n  # more\n  label: X\n',
    '# mine\nbasics: # me\n  name: Jane # it is\n  image: photo.jpg\n  # more\n  label: X\n',
  ],
  [
    'in place of another',
    'yaml',
    'basics:\n  name: Jane\n  image: https://x.example/a.jpg # old\n',
    'basics:\n  name: Jane\n  image: photo.jpg # old\n',
  ],
  ['in place of nothing', 'yaml', 'basics:\n  image:\n  name: Jane\n', 'basics:\n  image: photo.jpg\n  name: Jane\n'],
  [
    'in place of several lines',
    'yaml',
    'basics:\n  image: >-\n    data:image/png;base64,\n    AAAA\n  name: Jane\n',
    'basics:\n  image: photo.jpg\n  name: Jane\n',
  ],
  [
    'between braces',
    'yaml',
    'basics: {name: Jane, label: X}\n',
    'basics: {name: Jane, image: "photo.jpg", label: X}\n',
  ],
  ['after CRLF', 'yaml', 'basics:\r\n  name: Jane\r\n', 'basics:\r\n  name: Jane\r\n  image: photo.jpg\r\n'],
  ['after a mark', 'yaml', '\uFEFFbasics:\n  name: Jane\n', '\uFEFFbasics:\n  name: Jane\n  image: photo.jpg\n'],
  [
    'in JSON',
    'json',
    '{\n  "basics": {\n    "name": "Jane", // me\n    "label": "X"\n  }\n}\n',
    '{\n  "basics": {\n    "name": "Jane",\n    "image": "photo.jpg", // me\n    "label": "X"\n  }\n}\n',
  ],
  ['in one line of JSON', 'json', '{"basics":{"name":"Jane"}}', '{"basics":{"name":"Jane", "image": "photo.jpg"}}'],
  [
    'in place of null in JSON',
    'json',
    '{"basics":{"name":"J","image":null}}',
    '{"basics":{"name":"J","image":"photo.jpg"}}',
  ],
  ['nowhere beside a comment', 'yaml', 'basics:\n  name: J\n  image: # mine\n  label: x\n', undefined],
  ['after the first key, where there is no name', 'yaml', 'basics:\n  label: X\n  phone: 1\n', undefined],
  [
    'after the name, wherever it stands',
    'yaml',
    'basics:\n  label: X\n  name: J\n  phone: 1\n',
    'basics:\n  label: X\n  name: J\n  image: photo.jpg\n  phone: 1\n',
  ],
  [
    'after the first key, where the name has another',
    'yaml',
    'basics:\n  fullName: J\n  label: X\n',
    'basics:\n  fullName: J\n  image: photo.jpg\n  label: X\n',
  ],
  [
    'after a name in a block',
    'yaml',
    'basics:\n  name: |\n    J\n  label: X\n',
    'basics:\n  name: |\n    J\n  image: photo.jpg\n  label: X\n',
  ],
  ['nowhere in a list', 'yaml', '- basics\n', undefined],
  ['nowhere in an empty file', 'yaml', '', undefined],
  ['nowhere in empty basics', 'json', '{"basics": {}}', undefined],
  ['nowhere in basics on the line of their key', 'yaml', '? basics\n: name: J\n  label: x\n', undefined],
  ['nowhere without basics', 'yaml', 'name: Jane\n', undefined],
];

test('a path that YAML would read otherwise stands in quotes', () => {
  for (const [path, written] of [
    ['img/me-1.png', 'img/me-1.png'],
    ['me 2.png', '"me 2.png"'],
    ['1.png', '"1.png"'],
    ['фото.png', '"фото.png"'],
    ['a.png#', undefined],
  ] as const) {
    const after = written === undefined ? undefined : `basics:\n  name: J\n  image: ${written}\n`;
    assert.equal(setImage('basics:\n  name: J\n', 'yaml', path), after, path);
  }
});

test('a picture of somebody who is private is written', () => {
  const before = 'basics:\n  name: J\n';
  const meta = 'meta: {site: {private: [basics.image]}}\n';
  assert.equal(setImage(before + meta, 'yaml', 'a.png'), `${before}  image: a.png\n${meta}`);
});

for (const [title, format, before, after] of cases) {
  test(`a picture is written ${title}`, () => assert.equal(setImage(before, format, 'photo.jpg'), after));
}
