import assert from 'node:assert/strict';
import test from 'node:test';
import { readDay } from '#visits';
import { createReport, type Report } from './create-report.ts';
import { formatCsv } from './format-csv.ts';
import { formatJson } from './format-json.ts';
import { formatText } from './format-text.ts';
import { listDays } from './list-days.ts';
import { createRandom } from './simulate-days.ts';

const now = new Date('2026-05-21T07:31:12Z');

/** A report of days with whatever can be in an item, from a seed. */
function invent(seed: number, count: number): Report {
  const random = createRandom(seed);
  const most = 10 ** Math.floor(1 + random() * 12);
  const names = ['DE', 'US', '*', '<b>', 'a,b', '"', '=x', 'ü', '-', `${'long'.repeat(30)}.example`];
  const days = listDays(now, count).map((day) => {
    if (random() < 0.3) return readDay(day, {});
    const counts: Record<string, number> = { v: 0, bot: 0 };
    for (const mark of names) {
      const [hour, visits] = [Math.floor(random() * 24), Math.floor(random() * most)];
      for (const one of ['v', `c#${mark}`, `r#${mark}`, `p#${mark}`, `h#${String(hour).padStart(2, '0')}`, 'd#m']) {
        counts[one] = (counts[one] ?? 0) + visits;
      }
      counts[`b#${mark}`] = Math.floor(random() * 9);
      counts.bot = (counts.bot ?? 0) + (counts[`b#${mark}`] ?? 0);
    }
    return readDay(day, { ...counts, u: Math.floor((counts.v ?? 0) * random()) });
  });
  const total = { count: 12345, carriedOver: 0 };
  return createReport({ source: { name: 'jane.example', isSimulated: false }, total, days, now });
}

for (const [seed, count] of [1, 2, 30, 45, 46, 91, 379, 400].entries()) {
  test(`terminal, CSV and JSON have the same sums of ${count} invented days, in 80 columns`, () => {
    const made = invent(seed + 1, count);
    const text = formatText(made, (_, words) => words);
    for (const line of text.split('\n')) assert.ok([...line].length <= 80, line);
    const shown = (label: string) =>
      Number(new RegExp(`\n  ${label} +([\\d,]+)\n`).exec(text)?.[1]?.replaceAll(',', ''));
    const cells = formatCsv(made)
      .split('\n')
      .map((line) => line.split(','));
    const inCsv = (kind: string) =>
      cells.filter((line) => line[2] === kind).reduce((sum, line) => sum + Number(line.at(-1)), 0);
    const json = JSON.parse(formatJson(made));
    const add = (list: readonly { count: number }[]) => list.reduce((sum, { count }) => sum + count, 0);
    assert.deepEqual(
      [
        shown('Visits'),
        inCsv('visits'),
        inCsv('hour'),
        inCsv('country'),
        inCsv('referrer'),
        inCsv('page'),
        inCsv('device'),
      ],
      Array(7).fill(made.visits),
    );
    assert.deepEqual(
      [json.visits, add(json.pages), add(json.referrers), add(json.countries), add(json.devices)],
      Array(5).fill(made.visits),
    );
    assert.deepEqual(
      [shown('Daily visitors'), inCsv('visitors'), json.dailyVisitors],
      Array(3).fill(made.dailyVisitors),
    );
    assert.deepEqual([shown('Bots'), inCsv('bots'), inCsv('botReason'), json.bots], Array(4).fill(made.bots));
    assert.equal(json.days.length, count);
  });
}
