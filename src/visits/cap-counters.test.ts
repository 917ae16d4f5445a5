import assert from 'node:assert/strict';
import test from 'node:test';
import { capCounters } from './cap-counters.ts';

const number = (at: number) => String(at).padStart(2, '0');
const hosts = (count: number) => Array.from({ length: count }, (_, at) => `r#host-${number(at)}.example`);
const pages = (count: number) => Array.from({ length: count }, (_, at) => `p#/for/page-${number(at)}/`);
const countries = (count: number) =>
  Array.from({ length: count }, (_, at) => `c#${String.fromCharCode(65 + (at % 26), 65 + Math.floor(at / 26))}`);

test('counters fit into an empty day', () => {
  const counters = ['v', 'h#07', 'd#m', 'c#DE', 'r#linkedin.com', 'p#/de/', 'u'];
  assert.deepEqual(capCounters(counters, []), counters);
});

test('a new referrer goes to the rest when the referrers are full, a page and a country do not', () => {
  const counters = ['v', 'c#DE', 'r#linkedin.com', 'p#/de/'];
  assert.deepEqual(capCounters(counters, hosts(15)), ['v', 'c#DE', 'r#*', 'p#/de/']);
});

test('a new page goes to the rest when referrers and pages are full, a country does not', () => {
  const full = [...hosts(15), ...pages(6)];
  assert.deepEqual(capCounters(['v', 'c#DE', 'p#/de/'], full), ['v', 'c#DE', 'p#*']);
});

test('a new country goes to the rest when all three are full', () => {
  const full = [...hosts(15), ...pages(6), ...countries(40)];
  assert.deepEqual(capCounters(['v', 'c#ZZ', 'r#linkedin.com', 'p#/de/'], full), ['v', 'c#*', 'r#*', 'p#*']);
});

test('what is there already is counted by its name, however full the day is', () => {
  const full = [...hosts(30), ...pages(30), ...countries(100)];
  const counters = ['v', 'c#AA', 'r#host-00.example', 'p#/for/page-00/', 'h#23', 'd#t', 'bot', 'b#agent'];
  assert.deepEqual(capCounters(counters, full), counters);
});

/** The names of a day on which these came, one after the other. */
function nameAll(counters: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const one of counters) for (const name of capCounters([one], [...names])) names.add(name);
  return [...names];
}

test('pages keep room that no referrer takes, and countries some that neither does', () => {
  const names = nameAll(hosts(1000));
  assert.ok(names.join('123').length < 330);
  assert.deepEqual(capCounters(['p#/for/page-00/', 'c#DE'], names), ['p#/for/page-00/', 'c#DE']);
  const more = nameAll([...hosts(1000), ...pages(1000)]);
  assert.ok(more.join('123').length < 430);
  assert.deepEqual(capCounters(['c#DE'], more), ['c#DE']);
  assert.ok(nameAll([...hosts(1000), ...pages(1000), ...countries(600)]).join('123').length < 580);
});

test('the room is for the names of referrers, pages and countries alone, to the last byte', () => {
  for (const [kind, room] of [
    ['r#', 300],
    ['p#', 400],
    ['c#', 560],
  ] as const) {
    const name = `${kind}${'x'.repeat(18)}.example`;
    const taken = [`${kind}${'y'.repeat(room - name.length - 2)}`];
    assert.deepEqual(capCounters([name], taken), [name]);
    assert.deepEqual(capCounters([name], [...taken, 'xr#not-a-kind', 'v', 'bot', 'cur', 'prev']), [name]);
    assert.deepEqual(capCounters([`${name}x`], taken), [`${kind}*`]);
  }
});
