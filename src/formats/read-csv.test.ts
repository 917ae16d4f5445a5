import assert from 'node:assert/strict';
import test from 'node:test';
import { readCsv, readTable } from './read-csv.ts';

const tables: readonly (readonly [what: string, csv: string, rows: readonly (readonly string[])[]])[] = [
  ['nothing', '', []],
  ['one cell', 'a', [['a']]],
  [
    'CRLF',
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'LF without a last one',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['CR alone', 'a\rb', [['a'], ['b']]],
  ['a BOM', '\ufeffa,b', [['a', 'b']]],
  [
    'empty cells',
    ',,\n,',
    [
      ['', '', ''],
      ['', ''],
    ],
  ],
  ['a comma at the end of the file', 'a,', [['a', '']]],
  ['an empty line', 'a\n\nb', [['a'], [''], ['b']]],
  ['commas in quotes', '"a,b",c', [['a,b', 'c']]],
  [
    'lines in quotes',
    '"a\nb\r\nc",d\ne,f',
    [
      ['a\nb\r\nc', 'd'],
      ['e', 'f'],
    ],
  ],
  ['doubled quotes', '"say ""hi""",""""', [['say "hi"', '"']]],
  ['an empty quoted cell', '"",a', [['', 'a']]],
  ['text after a quote', '"a"b,c', [['ab', 'c']]],
  ['a quote inside a bare cell', 'a"b,c', [['a"b', 'c']]],
  ['a quote that never ends', 'a,"b\nc', [['a', 'b\nc']]],
];

for (const [what, csv, rows] of tables) test(`CSV with ${what}`, () => assert.deepEqual(readCsv(csv), rows));

test('a table begins at its header, whatever stands before it', () => {
  const csv = 'Notes:\n"Some, remark"\n\nFirst Name,Last Name\nAda,Old\n\n';
  assert.deepEqual(readTable(csv, ['First Name']), [{ 'First Name': 'Ada', 'Last Name': 'Old' }]);
});

test('a cell beyond the header keeps its number', () => {
  assert.deepEqual(readTable('Name,\nGo,x,y', ['Name']), [{ Name: 'Go', 'column 2': 'x', 'column 3': 'y' }]);
});

test('no cell is lost where two columns have one name, or one has none', () => {
  assert.deepEqual(readTable('Name,Name,\nGo,x,y', ['Name']), [{ Name: 'Go', 'column 2': 'x', 'column 3': 'y' }]);
});

test('what a row has beyond any table is one cell', () => {
  const [row = {}] = readTable(`Name${',x'.repeat(700_000)}\nGo${',y'.repeat(700_000)}`, ['Name']);
  assert.equal(Object.keys(row).length, 501);
  assert.equal(row['column 501'], 'y,'.repeat(700_000 - 499).slice(0, -1));
});

test('a table without a header that is known keeps every cell', () => {
  assert.deepEqual(readTable('a,b', ['Name']), [{ 'column 1': 'a', 'column 2': 'b' }]);
});

test('a large cell is read', () => {
  const body = 'word, "" '.repeat(200_000);
  assert.equal(readCsv(`"${body}"`)[0]?.[0]?.length, body.replaceAll('""', '"').length);
});
