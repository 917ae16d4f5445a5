import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { HtmlValidate } from 'html-validate';
import { parse } from 'parse5';
import { readDay } from '#visits';
import { createReport, type Report } from '../create-report.ts';
import { listDays } from '../list-days.ts';
import { simulateDays, simulateTotal } from '../simulate-days.ts';
import { renderReport } from './render-report.ts';

const css = readFileSync(new URL('./report.css', import.meta.url), 'utf8');
const now = new Date('2026-11-24T09:40:00Z');
const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&`;

function report(
  days: Report['days'],
  { name = 'jane.example', isSimulated = false, count = 123_456_789 } = {},
): Report {
  return createReport({ source: { name, isSimulated }, total: { count, carriedOver: 0 }, days, now });
}

const empty = (count: number) => listDays(now, count).map((day) => readDay(day, {}));
const invaded = {
  v: 3,
  'h#07': 3,
  u: 1,
  bot: 2,
  [`r#${hostile}`]: 2,
  [`p#${hostile}`]: 2,
  [`c#${hostile}`]: 1,
  [`d#${hostile}`]: 3,
  [`b#${hostile}`]: 2,
};
const huge = { v: 9e14, u: 8e14, bot: 7e14, 'h#00': 9e14, 'd#d': 9e14, 'c#DE': 9e14, 'b#agent': 7e14 };
const simulated = report(simulateDays(now, 30), { isSimulated: true, count: simulateTotal(now) });

const pages: readonly (readonly [what: string, report: Report])[] = [
  ['simulated visits', simulated],
  ['nothing yet', report(empty(30), { count: 0 })],
  ['one day', report([readDay('2026-11-24', { v: 1, u: 1, 'h#09': 1, 'd#d': 1 })])],
  ['bots alone', report([readDay('2026-11-24', { bot: 2, 'b#agent': 2 })])],
  ['days with gaps', report([...empty(12), readDay('2026-11-24', { v: 2, u: 1, 'h#23': 2 })])],
  ['91 days', report(simulateDays(now, 91))],
  ['400 days', report(simulateDays(now, 400))],
  ['hostile names', report([readDay('2026-11-24', invaded)], { name: hostile })],
  ['numbers that hardly end', report([readDay('2026-11-24', huge)])],
];

for (const [what, shown] of pages) {
  test(`the page of ${what} is valid, asks nobody for anything and has numbers alone`, async () => {
    const page = renderReport(shown, { css });
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'long-title': 'off' },
    });
    const { results } = await validator.validateString(page);
    assert.deepEqual(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)),
      [],
    );
    const elements = listElements(parse(page));
    assert.deepEqual(
      elements.filter(({ name }) => ['script', 'img', 'link', 'iframe', 'image', 'use', 'a', 'form'].includes(name)),
      [],
    );
    for (const { name, attributes } of elements) {
      for (const attribute of Object.keys(attributes)) assert.doesNotMatch(attribute, /^(on|src|href|style)/, name);
    }
    assert.equal(elements.filter(({ name }) => name === 'style').length, 1);
    assert.doesNotMatch(page.replace(css.trim(), ''), /undefined|NaN|\[object|Invalid Date|>null<|Infinity|url\(/);
  });
}

test('the policy allows the one stylesheet and nothing else', async () => {
  const page = renderReport(simulated, { css });
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
  const [, policy = ''] = /content-security-policy" content="([^"]*)"/.exec(page) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  assert.equal(policy, `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
});

test('every color of a drawing is one of the palette or of the report', () => {
  const palette = readFileSync(new URL('../../site/palette.css', import.meta.url), 'utf8');
  const page = renderReport(simulated, { css: palette + css });
  const used = new Set([...page.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));
  assert.ok(used.size > 5);
  for (const name of used) assert.match(page, new RegExp(`[\\s{]${name}:`), name);
});

test('every drawing is a picture with a title, a description and a table behind it', async () => {
  const page = renderReport(simulated, { css });
  const drawings = page.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
  assert.equal(drawings.length, 14);
  for (const drawing of drawings) {
    const [, title, description] =
      /^<svg[^>]* role="img"[^>]* aria-labelledby="(\S+) (\S+)"|^<svg[^>]* aria-labelledby="(\S+) (\S+)"[^>]* role="img"/
        .exec(drawing)
        ?.filter(Boolean) ?? [];
    assert.match(
      drawing,
      new RegExp(`<title id="${title}">[^<]{8,}</title><desc id="${description}">[^<]{20,}</desc>`),
    );
  }
  assert.equal(page.match(/<details>/g)?.length, 7);
  const ids = page.match(/ id="[^"]+"/g) ?? [];
  assert.equal(new Set(ids).size, ids.length);
});

for (const [what, shown] of pages) {
  test(`the sums and tables of the page of ${what} are those of the report`, async () => {
    const page = renderReport(shown, { css });
    const sums = [...page.matchAll(/<dd class="(?:sum|total)(?: long)?">([\d,]+)</g)].map(([, sum]) => toNumber(sum));
    const { visits, dailyVisitors, bots, total } = shown;
    assert.deepEqual(sums, [visits, dailyVisitors, bots, total.count]);
    for (const [, id, section = ''] of page.matchAll(/<h2 id="(\w+)">([\s\S]*?)<\/section>/g)) {
      if (id === 'meaning') continue;
      const sum = [...section.matchAll(/<tr>.*?<td>([\d,]+)</g)].reduce((all, [, count]) => all + toNumber(count), 0);
      assert.equal(sum, id === 'bots' ? bots : visits, id);
    }
  });
}

test('pages have a section where there is more than the main one', () => {
  const section = (counts: Readonly<Record<string, number>>) =>
    /<h2 id="pages">Pages<\/h2>/.test(renderReport(report([readDay('2026-11-24', counts)]), { css }));
  assert.equal(section({ v: 3, 'p#/de/': 1 }), true);
  assert.equal(section({ v: 3 }), false);
});

test('the page draws eight of each, and has all of them in the table', async () => {
  const hosts = Array.from({ length: 11 }, (_, at) => [`r#host-${10 + at}.example`, 100 - at] as const);
  const visits = hosts.reduce((sum, [, count]) => sum + count, 0);
  const page = renderReport(report([readDay('2026-11-24', { v: visits, ...Object.fromEntries(hosts) })]), {
    css,
  });
  const count = (host: string) => page.split(host).length - 1;
  // Both drawings, and the table.
  assert.deepEqual([count('>host-17.example<'), count('>host-18.example<'), count('>host-20.example<')], [3, 1, 1]);
  assert.match(page, /<p class="below">and 3 more in the table<\/p>/);
});

test('a column is as high as its number, and the first of a person are part of it', async () => {
  const days = [readDay('2026-11-23', { v: 10, u: 5 }), readDay('2026-11-24', { v: 5, u: 5 })];
  const page = renderReport(report(days), { css });
  const [wide = ''] = page.match(/<svg[\s\S]*?<\/svg>/) ?? [];
  const heights = (color: string) => {
    const [, columns = ''] = new RegExp(`<g[^>]*fill="var\\(--${color}\\)"[^>]*>([\\s\\S]*?)</g>`).exec(wide) ?? [];
    return [...columns.matchAll(/<rect[^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height));
  };
  assert.match(wide, /Mon 23 Nov 2026: 10 visits, 5 daily visitors/);
  const [pale, accent] = [heights('pale'), heights('accent')];
  assert.equal(pale.length, 2);
  assert.ok(Math.abs((pale[0] ?? 0) - 2 * (pale[1] ?? 0)) < 0.01, `${pale}`);
  assert.deepEqual(accent, [pale[1], pale[1]]);
});

test('a day alone is a column, in the middle of its label, and no wall', () => {
  const page = renderReport(report([readDay('2026-11-24', { v: 2, u: 1 })]), { css });
  const [, x, width] = /<g[^>]*fill="var\(--pale\)"[^>]*><rect x="([\d.]+)"[^>]*? width="([\d.]+)"/.exec(page) ?? [];
  const [, middle] = /<text x="([\d.]+)"[^>]*>24 Nov</.exec(page) ?? [];
  assert.equal(Number(width), 48);
  assert.ok(Math.abs(Number(x) + 24 - Number(middle)) < 0.1, `${x} and ${middle}`);
});

test('simulated visits are named so in the title, the heading and a note', async () => {
  const page = renderReport(simulated, { css });
  assert.match(page, /<title>Simulated visits<\/title>/);
  assert.match(page, /<h1>Simulated visits<\/h1>/);
  assert.match(page, /role="note"><strong>Simulated\.<\/strong> Nobody came/);
  const counted = renderReport(report(simulateDays(now, 30)), { css });
  assert.doesNotMatch(counted.replace(css.trim(), ''), /[Ss]imulated/);
});

function toNumber(text = ''): number {
  return Number(text.replaceAll(',', ''));
}

type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };
type Node = {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
};

function listElements(node: unknown): readonly Element[] {
  const { nodeName: name, attrs, childNodes = [] } = node as Node;
  const attributes = Object.fromEntries((attrs ?? []).map((attribute) => [attribute.name, attribute.value]));
  return [...(attrs ? [{ name, attributes }] : []), ...childNodes.flatMap(listElements)];
}
