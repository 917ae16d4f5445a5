import assert from 'node:assert/strict';
import test from 'node:test';
import { readDay } from '#visits';
import { createReport, type Report } from './create-report.ts';
import { formatCsv } from './format-csv.ts';
import { formatJson } from './format-json.ts';
import { formatText } from './format-text.ts';
import { listDays } from './list-days.ts';

const now = new Date('2026-05-21T07:31:12Z');
const plain = (_: string, text: string) => text;

function report(days: Report['days'], total = { count: 12345, carriedOver: 0 }, isSimulated = false): Report {
  return createReport({ source: { name: 'jane.example', isSimulated }, total, days, now });
}

const small = report(
  [
    readDay('2026-05-20', {}),
    readDay('2026-05-21', {
      v: 4,
      u: 3,
      bot: 1,
      'b#agent': 1,
      'h#07': 4,
      'd#d': 4,
      'c#DE': 3,
      'c#US': 1,
      'r#x.example': 2,
    }),
  ],
  { count: 2004, carriedOver: 2000 },
);

test('a report reads well in a terminal', () => {
  const text = formatText(small, plain);
  assert.equal(
    text.slice(0, text.indexOf('Hours')),
    `Visits to jane.example
2 days, 20 May to 21 May 2026, UTC

  Total ever      2,004
  Visits              4
  Daily visitors      3
  Bots                1
  Busiest day: 21 May 2026 with 4 visits

Days: visits, then daily visitors
  2026-05-20 Wed  0  0
  2026-05-21 Thu  4  3  ${'█'.repeat(56)}

`,
  );
  assert.match(text, /\n {2}07:00 {2}4 {2}█+\n {2}08:00 {2}0\n/);
  assert.match(text, /\nReferrers\n {2}no referrer {2}2 {2}█+\n {2}x\.example {4}2 {2}█+\n/);
  assert.match(text, /\nCountries\n {2}Germany {8}3 {2}█+\n {2}United States {2}1 {2}█+/);
  assert.match(text, /\nTotal: what the page shows, all visits ever, 2,000 of them carried over\./);
  assert.match(text, /Somebody who comes on two days is 2/);
});

test('colors are on titles and bars alone, and change no width', () => {
  const painted = formatText(small, (style, text) => `<${style}>${text}</${style}>`);
  assert.equal(painted.replaceAll(/<\/?(strong|dim|good)>/g, ''), formatText(small, plain));
  assert.match(painted, /^<strong>Visits to/);
});

test('CSV has a number a line, with the version of what it means', () => {
  assert.equal(
    formatCsv(small),
    `version,day,kind,name,count
1,,total,,2004
1,,carriedOver,,2000
1,2026-05-20,visits,,0
1,2026-05-20,visitors,,0
1,2026-05-20,bots,,0
1,2026-05-21,visits,,4
1,2026-05-21,visitors,,3
1,2026-05-21,bots,,1
1,2026-05-21,hour,07,4
1,2026-05-21,referrer,x.example,2
1,2026-05-21,referrer,,2
1,2026-05-21,country,DE,3
1,2026-05-21,country,US,1
1,2026-05-21,device,desktop,4
1,2026-05-21,botReason,agent,1`,
  );
});

for (const [name, cell] of [
  ['=1+1', "'=1+1"],
  ['@sum', "'@sum"],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['-1,"', `"'-1,"""`],
] as const) {
  test(`in CSV the referrer ${name} is ${cell}`, () => {
    const lines = formatCsv(report([readDay('2026-05-21', { v: 1, [`r#${name}`]: 1 })])).split('\n');
    assert.ok(lines.includes(`1,2026-05-21,referrer,${cell},1`), lines.join('\n'));
  });
}

test('JSON has its schema, its version and each part in a fixed order', () => {
  const read = JSON.parse(formatJson(small));
  assert.deepEqual(Object.keys(read), [
    'schema',
    'version',
    'source',
    'simulated',
    'madeAt',
    'timeZone',
    'from',
    'until',
    'total',
    'carriedOver',
    'visits',
    'dailyVisitors',
    'bots',
    'hours',
    'pages',
    'referrers',
    'countries',
    'devices',
    'botReasons',
    'days',
  ]);
  assert.deepEqual(
    [read.schema, read.version, read.madeAt, read.from, read.until, read.total, read.carriedOver],
    ['cloud-resume/stats', 1, '2026-05-21T07:31:12.000Z', '2026-05-20', '2026-05-21', 2004, 2000],
  );
  assert.deepEqual(read.days[1].referrers, [
    { name: 'x.example', count: 2 },
    { name: '', count: 2 },
  ]);
});

test('pages are shown, and are in CSV and JSON, where there is more than the main one', () => {
  const pages = report([
    readDay('2026-05-20', { v: 1 }),
    readDay('2026-05-21', { v: 5, 'p#/de/': 1, 'p#/de/for/data/': 3 }),
  ]);
  assert.match(
    formatText(pages, plain),
    /\n\nPages\n {2}\/de\/for\/data\/ {2}3 {2}█+\n {2}main page {6}2 {2}█+\n {2}\/de\/ {11}1 {2}█+\n\nReferrers\n/,
  );
  assert.match(formatText(pages, plain), /\nVisits: each time that a person opened one of the pages\./);
  assert.match(
    formatCsv(pages),
    /\n1,2026-05-20,page,\/,1\n(.*\n)*1,2026-05-21,page,\/de\/for\/data\/,3\n1,2026-05-21,page,\/de\/,1\n1,2026-05-21,page,\/,1\n/,
  );
  const { pages: all, days } = JSON.parse(formatJson(pages));
  assert.deepEqual(
    [all.length, all[0], days[0].pages],
    [3, { name: '/de/for/data/', count: 3 }, [{ name: '/', count: 1 }]],
  );

  assert.doesNotMatch(formatText(small, plain), /Pages|one of the pages/);
  assert.doesNotMatch(formatCsv(small), /page/);
  assert.deepEqual([JSON.parse(formatJson(small)).pages, JSON.parse(formatJson(small)).days[1].pages], [[], []]);
});

test('the terminal shows ten of each, and the sum of the rest in one row', () => {
  const hosts = Array.from({ length: 13 }, (_, at) => [`r#host-${10 + at}.example`, 100 - at] as const);
  const visits = hosts.reduce((sum, [, count]) => sum + count, 0);
  const text = formatText(report([readDay('2026-05-21', { v: visits, ...Object.fromEntries(hosts) })]), plain);
  assert.match(text, /\n {2}host-19\.example {3}91 {2}█+.?\n {2}3 more {11}267 {2}█+\n\n/);
  assert.doesNotMatch(text, /host-20/);
});

test('simulated numbers say so in every form', () => {
  const simulated = report(small.days, small.total, true);
  assert.match(formatText(simulated, plain), /^Simulated visits\n.*\nNobody came: these numbers are made up\.\n/);
  assert.equal(JSON.parse(formatJson(simulated)).simulated, true);
  assert.match(formatCsv(simulated), /\n1,,simulated,,1\n/);
});

for (const [what, days, total, said] of [
  ['a counter that is new', 30, 0, /Nothing has been counted yet\. Open the page once, and it counts\. Total:/],
  [
    'a span without visits',
    30,
    7,
    /In these 30 days there was no visit with details\. --days 365 looks further back\./,
  ],
  ['one day without visits', 1, 7, /On this day there was no visit with details/],
] as const) {
  test(`${what} is said plainly`, () => {
    const empty = listDays(now, days).map((day) => readDay(day, {}));
    const text = formatText(report(empty, { count: total, carriedOver: 0 }), plain);
    assert.match(text.replaceAll(/\n+/g, ' '), said);
    assert.doesNotMatch(text, /Hours|Referrers|NaN|undefined|Infinity/);
  });
}
