import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { measureItem } from '../../bench/cost/measure-item.ts';
import { fuzzRuns } from '../../test/fuzz-runs.ts';
import { capCounters } from './cap-counters.ts';
import { findVisitor } from './find-visitor.ts';
import { listCounters, shortenPath, shortenReferrer } from './list-counters.ts';
import { readMessage } from './read-message.ts';

const id = fc.stringMatching(/^[\w-]{8}$/);

test('a message is read as it was said, in whatever order and space', () =>
  fc.assert(
    fc.property(
      id,
      fc.string({ maxLength: 60 }),
      fc.string({ maxLength: 60 }),
      fc.boolean(),
      fc.constantFrom(undefined, 1, '\t'),
      (id, r, p, again, space) => {
        for (const said of [
          { id, r, p, again },
          { again, p, r, id },
        ]) {
          const body = JSON.stringify(said, undefined, space);
          assert.deepEqual(readMessage(body), body.length > 512 ? undefined : { id, r, p, again });
        }
      },
    ),
    fuzzRuns(300),
  ));

test('no text makes a message with anything but eight characters, two texts and a yes or no', () =>
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (body) => {
      const message = readMessage(body);
      if (!message) return;
      assert.match(message.id, /^[\w-]{8}$/);
      const { id: _, ...others } = message;
      const types = Object.entries(others).map(([name, value]) => `${name} ${typeof value}`);
      assert.deepEqual(types.sort(), ['again boolean', 'p string', 'r string']);
    }),
    fuzzRuns(300),
  ));

test('a referrer is nothing, a public name of 40 characters at most, or a star', () =>
  fc.assert(
    fc.property(
      fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6(), fc.webAuthority(), fc.string({ unit: 'binary' })),
      (text) => {
        const host = shortenReferrer(text);
        assert.match(host, /^(|\*|([a-z\d-]+\.)+[a-z][a-z\d-]+)$/);
        assert.ok(host.length <= 40);
      },
    ),
    fuzzRuns(500),
  ));

test('a page is nothing, a path of letters, digits, dashes and slashes with 40 characters at most, or a star', () =>
  fc.assert(
    fc.property(fc.oneof(fc.webPath(), fc.stringMatching(/^[a-zA-Z\d/.-]{0,45}$/), fc.string()), (text) => {
      const page = shortenPath(text);
      assert.match(page, /^(|\*|\/[A-Za-z\d][A-Za-z\d/-]*\/)$/);
      assert.ok(page.length <= 40);
    }),
    fuzzRuns(500),
  ));

test('no address is a referrer', () =>
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => assert.equal(shortenReferrer(address), '*')),
    fuzzRuns(200),
  ));

const port = fc.integer({ min: 1, max: 65_535 });
const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));

test('a port, and the second half of an IPv6 address, tell nobody apart', () =>
  fc.assert(
    fc.property(
      fc.tuple(group, group, group, group),
      fc.array(group, { minLength: 4, maxLength: 4 }),
      port,
      (first, second, at) => {
        const find = (address: string) => findVisitor({ 'cloudfront-viewer-address': address });
        const one = find(`${[...first, '1', '2', '3', '4'].join(':')}:443`);
        assert.deepEqual(find(`${[...first, ...second].join(':')}:${at}`), one);
        assert.equal(find(`${[...first.slice(0, 3), 'fefe', ...second].join(':')}:${at}`)?.network, one?.network);
      },
    ),
    fuzzRuns(200),
  ));

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** Something that an attacker could invent: short, long, or of any length. */
const word = (most: number) =>
  fc.oneof(
    fc.stringMatching(new RegExp(`^[${letters}]{1,2}$`)),
    fc.stringMatching(new RegExp(`^[${letters}]{${most}}$`)),
    fc.stringMatching(new RegExp(`^[${letters}]{1,${most}}$`)),
  );
const visit = fc.record({
  r: fc.oneof(
    word(32).map((host) => `${host}.example`),
    word(2).map((host) => `${host}.io`),
  ),
  p: fc.oneof(
    word(38).map((path) => `/${path}/`),
    word(2).map((path) => `/for/${path}/`),
  ),
  country: fc.stringMatching(/^[A-Z]{2}$/),
  hour: fc.integer({ min: 0, max: 23 }),
});

test('whatever visitors invent, the item of a day stays below a kilobyte, and no visit is lost', () =>
  fc.assert(
    fc.property(
      fc.array(visit, { minLength: 80, maxLength: 160 }),
      fc.integer({ min: 1, max: 9999 }),
      (visits, count) => {
        // All that has a fixed name.
        const hours = Array.from({ length: 24 }, (_, hour) => `h#${String(hour).padStart(2, '0')}`);
        const reasons = ['empty', 'agent', 'prefetch', 'script', 'flood'].map((reason) => `b#${reason}`);
        const names = new Set(['v', 'u', 'bot', 'd#d', 'd#m', 'd#t', ...hours, ...reasons]);
        for (const { r, p, country, hour } of visits) {
          const headers = { 'cloudfront-viewer-country': country };
          const counters = listCounters(headers, { r, p }, `2026-05-20T${String(hour).padStart(2, '0')}:31:12Z`);
          const capped = capCounters(counters, [...names]);
          assert.equal(capped.length, 6);
          for (const [at, name] of capped.entries()) {
            assert.ok(name === counters[at] || /^[rpc]#\*$/.test(name), name);
            names.add(name);
          }
        }
        const ids = Array.from({ length: 6 }, (_, at) => `id-0000${at}~`);
        const item = {
          CounterName: { S: 'day#2026-05-20' },
          ...Object.fromEntries([...names].map((name) => [name, { N: `${count}` }])),
          b: { N: '1700000000' },
          expires: { N: '1800000000' },
          // A visit every two seconds, each from a flood.
          cur: { SS: ids },
          prev: { SS: ids },
        };
        const bytes = measureItem(item);
        assert.ok(bytes <= 1024, `${bytes} bytes`);
      },
    ),
    fuzzRuns(30),
  ));
