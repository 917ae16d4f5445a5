import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fuzzRuns } from '../../test/fuzz-runs.ts';
import { capCounters } from './cap-counters.ts';
import { findVisitor } from './find-visitor.ts';
import { shortenReferrer } from './list-counters.ts';
import { readMessage } from './read-message.ts';

const id = fc.stringMatching(/^[\w-]{8}$/);

test('a message is read as it was said, in whatever order and space', () =>
  fc.assert(
    fc.property(
      id,
      fc.string({ maxLength: 60 }),
      fc.boolean(),
      fc.constantFrom(undefined, 1, '\t'),
      (id, r, again, space) => {
        for (const said of [
          { id, r, again },
          { again, r, id },
        ]) {
          const body = JSON.stringify(said, undefined, space);
          assert.deepEqual(readMessage(body), body.length > 512 ? undefined : { id, r, again });
        }
      },
    ),
    fuzzRuns(300),
  ));

test('no text makes a message with anything but eight characters, a text and a yes or no', () =>
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (body) => {
      const message = readMessage(body);
      if (!message) return;
      assert.match(message.id, /^[\w-]{8}$/);
      assert.deepEqual([typeof message.r, typeof message.again], ['string', 'boolean']);
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

test('the names of a day stay below their room, whatever is counted, and none is lost', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.stringMatching(/^[a-z]{1,30}\.example$/).map((host) => `r#${host}`),
          fc.stringMatching(/^[A-Z]{2}$/).map((country) => `c#${country}`),
          fc.constantFrom('v', 'u', 'h#07', 'd#m', 'bot'),
        ),
        { maxLength: 120 },
      ),
      (counters) => {
        const names = new Set<string>();
        for (const counter of counters) {
          const [capped = ''] = capCounters([counter], [...names]);
          assert.ok(capped === counter || capped === `${counter.slice(0, 2)}*`, capped);
          names.add(capped);
        }
        const kinds = [...names].filter((name) => /^[rc]#/.test(name));
        assert.ok(kinds.join('123').length <= 480, `${kinds.join('123').length}`);
      },
    ),
    fuzzRuns(200),
  ));
