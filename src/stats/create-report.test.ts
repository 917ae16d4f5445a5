import assert from 'node:assert/strict';
import test from 'node:test';
import { readDay } from '#visits';
import { createReport } from './create-report.ts';

const now = new Date('2026-05-21T07:31:12Z');
const place = { source: { name: 'jane.example', isSimulated: false }, total: { count: 9, carriedOver: 0 }, now };

test('a report adds its days up, and names what has no name', () => {
  const report = createReport({
    ...place,
    days: [
      readDay('2026-05-20', {
        v: 5,
        u: 3,
        bot: 3,
        'b#agent': 2,
        'h#07': 4,
        'h#23': 1,
        'd#d': 5,
        'c#DE': 3,
        'r#a.example': 2,
      }),
      readDay('2026-05-21', { v: 2, u: 2, 'h#07': 2, 'd#m': 2, 'c#DE': 1, 'c#*': 1, 'r#b.example': 2 }),
    ],
  });
  assert.deepEqual([report.visits, report.dailyVisitors, report.bots], [7, 5, 3]);
  assert.equal(report.busiest?.day, '2026-05-20');
  assert.deepEqual([report.hours[7], report.hours[23], report.hours[0]], [6, 1, 0]);
  const shares = (list: typeof report.referrers) => list.map(({ name, label, count }) => [name, label, count]);
  assert.deepEqual(shares(report.referrers), [
    ['', 'no referrer', 3],
    ['a.example', 'a.example', 2],
    ['b.example', 'b.example', 2],
  ]);
  assert.deepEqual(shares(report.countries), [
    ['DE', 'Germany', 4],
    ['', 'unknown', 2],
    ['*', 'others', 1],
  ]);
  assert.deepEqual(shares(report.devices), [
    ['desktop', 'desktop', 5],
    ['mobile', 'phone', 2],
  ]);
  assert.deepEqual(shares(report.botReasons), [
    ['agent', 'says that it is a robot', 2],
    ['', 'unknown', 1],
  ]);
});

test('days on which nobody came have sums of zero, and none of them is the busiest', () => {
  const report = createReport({ ...place, days: [readDay('2026-05-20', {}), readDay('2026-05-21', {})] });
  assert.deepEqual([report.visits, report.dailyVisitors, report.bots, report.busiest], [0, 0, 0, undefined]);
  assert.deepEqual([report.referrers, report.countries, report.devices, report.botReasons], [[], [], [], []]);
});

test('the main page has what the others leave, on days before there were others too', () => {
  const report = createReport({
    ...place,
    days: [
      readDay('2026-05-19', { v: 3 }),
      readDay('2026-05-20', { v: 6, 'p#/de/': 2, 'p#/for/data/': 1, 'p#*': 1 }),
      readDay('2026-05-21', { v: 2, 'p#/de/': 2 }),
    ],
  });
  assert.deepEqual(report.pages, [
    { name: '/', label: 'main page', count: 5 },
    { name: '/de/', label: '/de/', count: 4 },
    { name: '*', label: 'others', count: 1 },
    { name: '/for/data/', label: '/for/data/', count: 1 },
  ]);
  assert.deepEqual(
    report.days.map(({ pages }) => pages.reduce((sum, [, count]) => sum + count, 0)),
    [3, 6, 2],
  );
});

test('a site of one page has no list of pages', () => {
  const report = createReport({ ...place, days: [readDay('2026-05-20', { v: 5 }), readDay('2026-05-21', {})] });
  assert.deepEqual([report.pages, ...report.days.map(({ pages }) => pages)], [[], [], []]);
});

const names: readonly (readonly [what: string, mark: string, label: string])[] = [
  ['a control sequence of a terminal', 'r#\u001b[31mred', '\uFFFD[31mred'],
  ['a line break', 'r#a\nb', 'a\uFFFDb'],
  ['a mark that turns the direction', 'r#\u202Egnp', '\uFFFDgnp'],
  ['a long name', `r#${'x'.repeat(200)}`, `${'x'.repeat(79)}…`],
  ['a name of every object', 'r#constructor', 'constructor'],
  ['a prototype', 'r#__proto__', '__proto__'],
];
for (const [what, mark, label] of names) {
  test(`${what} as a referrer is shown as ${JSON.stringify(label.slice(0, 20))}`, () => {
    const { referrers } = createReport({ ...place, days: [readDay('2026-05-20', { v: 1, [mark]: 1 })] });
    assert.deepEqual(
      referrers.map((share) => share.label),
      [label],
    );
  });
}

for (const [code, label] of [
  ['GB', 'United Kingdom'],
  ['ZZ', 'no country'],
  ['QQ', 'QQ'],
  ['<b>', '<b>'],
  ['', 'unknown'],
] as const) {
  test(`the country ${JSON.stringify(code)} is called ${label}`, () => {
    const { countries } = createReport({ ...place, days: [readDay('2026-05-20', { v: 1, [`c#${code}`]: 1 })] });
    assert.equal(countries[0]?.label, label);
  });
}
