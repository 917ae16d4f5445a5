import assert from 'node:assert/strict';
import test from 'node:test';
import { capCounters } from './cap-counters.ts';

const hosts = (count: number) =>
  Array.from({ length: count }, (_, at) => `r#host-${String(at).padStart(2, '0')}.example`);
const countries = (count: number) =>
  Array.from({ length: count }, (_, at) => `c#${String.fromCharCode(65 + (at % 26), 65 + Math.floor(at / 26))}`);

test('counters fit into an empty day', () => {
  const counters = ['v', 'h#07', 'd#m', 'c#DE', 'r#linkedin.com', 'u'];
  assert.deepEqual(capCounters(counters, []), counters);
});

test('a new referrer goes to the rest when the referrers are full, a country does not', () => {
  assert.deepEqual(capCounters(['v', 'c#DE', 'r#linkedin.com'], hosts(20)), ['v', 'c#DE', 'r#*']);
});

test('a new country goes to the rest when referrers and countries are full', () => {
  const full = [...hosts(15), ...countries(40)];
  assert.deepEqual(capCounters(['v', 'c#ZZ', 'r#linkedin.com'], full), ['v', 'c#*', 'r#*']);
});

test('what is there already is counted by its name, however full the day is', () => {
  const full = [...hosts(30), ...countries(100)];
  const counters = ['v', 'c#AA', 'r#host-00.example', 'h#23', 'd#t', 'bot', 'b#agent'];
  assert.deepEqual(capCounters(counters, full), counters);
});

test('countries keep room that no referrer takes', () => {
  let names: readonly string[] = [];
  for (const host of hosts(1000)) names = [...new Set([...names, ...capCounters([host], names)])];
  const [country] = capCounters(['c#DE'], names);
  assert.equal(country, 'c#DE');
  assert.ok(names.join('123').length < 330);
});

test('the room is for the names of referrers and countries alone, to the last byte', () => {
  const name = `r#${'x'.repeat(18)}.example`;
  const taken = [`r#${'y'.repeat(300 - name.length - 2)}`];
  assert.deepEqual(capCounters([name], taken), [name]);
  assert.deepEqual(capCounters([name], [...taken, 'xr#not-a-kind', 'v', 'bot']), [name]);
  assert.deepEqual(capCounters([`${name}x`], taken), ['r#*']);
});
