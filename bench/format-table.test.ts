import assert from 'node:assert/strict';
import test from 'node:test';
import { formatTable } from './format-table.ts';
import { createExactRow, type Row } from './row.ts';
import { summarize } from './summarize.ts';

function format(...rows: readonly Row[]): readonly string[] {
  return formatTable([{ title: 'Title', rows, notes: ['Note.'] }]).split('\n');
}

function formatOne(row: Row): string {
  return (format(row)[4] ?? '').replace(/\s+/g, ' ').trim();
}

test('columns stand below each other, medians before their ranges', () => {
  const time: Row = { what: 'time', unit: 'ms', ours: summarize([1.25, 2.25, 30]), theirs: summarize([400, 1000.4]) };
  assert.deepEqual(format(time, { ...createExactRow('a longer name', 'bytes', 12_345, 1), atMost: 10_000 }), [
    '                 cloud-resume          beside it             cloud-resume has  aim',
    '',
    'Title',
    '───────────────────────────────────────────────────────────────────────────────────────────────',
    '  time                 2.3 ms  1.3–30     700 ms  400–1,000        311 × less',
    '  a longer name  12,345 bytes            1 bytes                 12345 × more  ≤ 10,000: missed',
    '  Note.',
  ]);
});

const comparisons: readonly [ours: number, theirs: number, words: string][] = [
  [10, 25, '2.5 × less'],
  [25, 10, '2.5 × more'],
  [1, 12.4, '12 × less'],
  [3, 3, 'as much'],
  [100, 104, 'as much'],
  [105, 100, '1.1 × more'],
  [0, 1, 'less'],
  [1, 0, 'more'],
  [-1, 2, 'less'],
];

for (const [ours, theirs, words] of comparisons) {
  test(`${ours} beside ${theirs} is ${words}`, () => {
    assert.equal(formatOne(createExactRow('x', '', ours, theirs)), `x ${ours} ${theirs} ${words}`);
  });
}

for (const [ours, verdict] of [
  [9, 'met'],
  [10, 'met'],
  [11, 'missed'],
] as const) {
  test(`an aim of 10 at most is ${verdict} by ${ours}`, () => {
    assert.match(formatOne({ ...createExactRow('x', '', ours, 20), atMost: 10 }), new RegExp(`≤ 10: ${verdict}$`));
  });
}
