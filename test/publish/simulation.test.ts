import assert from 'node:assert/strict';
import test from 'node:test';
import type { Bucket } from '#aws';
import type { PublishContext, ReleaseIndex } from '#publish';
import { fuzzRuns } from '../fuzz-runs.ts';
import { type Plant, simulatePublishing } from './simulate.ts';

// Each run has the seed after that of the run before.
const { numRuns: runs, seed: begin } = fuzzRuns(100);

test(`in ${runs} runs from seed ${begin} nobody sees half a release, and the index is true at the end`, async () => {
  for (let seed = begin; seed < begin + runs; seed += 1) {
    await simulatePublishing(seed).catch((error: Error) => {
      throw new Error(
        `Seed ${seed}: ${error.message} Run it alone: FUZZ_SEED=${seed} FUZZ_RUNS=1 npm test -- simulation`,
      );
    });
  }
});

const inBucket =
  (spoil: (bucket: Bucket) => Bucket): Plant =>
  (context) => ({ ...context, bucket: spoil(context.bucket) });

const plants: readonly (readonly [mistake: string, plant: Plant, noticed: RegExp])[] = [
  ['pages before stylesheets', inBucket(placeAssetsLast), /has the stylesheet of/],
  ['the record before the contents', inBucket(recordAtOnce), /The index names|is not kept/],
  ['a look at the lock alone', inBucket(forgetTime), /has the stylesheet of|The index names/],
  [
    'a forgotten condition',
    inBucket(forgetConditions),
    /has the stylesheet of|The index names|is not kept|In place are/,
  ],
  [
    'a listing of which one page is read',
    inBucket(readOnePage),
    /Someone else is publishing|is not kept|The index names|In place are/,
  ],
  ['contents that are deleted before the record', inBucket(deleteEarly), /is not kept/],
  ['caches that nobody waits for', waitForNobody, /The index names/],
];
for (const [mistake, plant, noticed] of plants) {
  test(`${mistake}: noticed within 1,000 seeds`, async () => {
    for (let seed = 1; seed <= 1000; seed += 1) {
      const found = await simulatePublishing(seed, plant).then(
        () => undefined,
        (error: Error) => error.message,
      );
      if (found !== undefined) return assert.match(found, noticed);
    }
    assert.fail('nothing was noticed');
  });
}

test('a seed replays its run', async () => {
  const run = (seed: number) => {
    const log: string[] = [];
    const watch = inBucket((bucket) => ({
      ...bucket,
      async replace(key, text, etag) {
        log.push(text);
        return bucket.replace(key, text, etag);
      },
    }));
    return simulatePublishing(seed, watch).then(() => log);
  };
  assert.deepEqual(await run(7), await run(7));
  assert.notDeepEqual(await run(7), await run(8));
});

// The stylesheet is put in place only after the page that needs it.
function placeAssetsLast(bucket: Bucket): Bucket {
  const late: (() => Promise<boolean>)[] = [];
  return {
    ...bucket,
    async copy(from, to, ...others) {
      if (to.startsWith('site/assets/')) {
        late.push(() => bucket.copy(from, to, ...others));
        return true;
      }
      const isPlaced = await bucket.copy(from, to, ...others);
      if (to === 'site/index.html') for (const copy of late.splice(0)) await copy();
      return isPlaced;
    },
  };
}

// The index calls a release live when it is begun.
function recordAtOnce(bucket: Bucket): Bucket {
  return {
    ...bucket,
    replace(key, text, etag) {
      const index = JSON.parse(text);
      const [target] = index.unfinished.slice(-1);
      const recorded = target && {
        ...index,
        current: target.id,
        releases: [target, ...index.releases.filter(({ id }: { readonly id: string }) => id !== target.id)],
        unfinished: [],
      };
      return bucket.replace(key, recorded ? JSON.stringify(recorded) : text, etag);
    },
  };
}

// Writes do not ask what is there.
function forgetConditions(bucket: Bucket): Bucket {
  return {
    ...bucket,
    async replace(key, text) {
      const found = await bucket.read(key);
      return bucket.replace(key, text, found?.etag);
    },
  };
}

// Requests leave however long ago the lock was looked at.
function forgetTime(bucket: Bucket): Bucket {
  return {
    ...bucket,
    copy: (from, to, headers) => bucket.copy(from, to, headers, () => {}),
    remove: (key) => bucket.remove(key, () => {}),
  };
}

function readOnePage(bucket: Bucket): Bucket {
  return { ...bucket, list: async () => new Map([...(await bucket.list())].slice(0, 6)) };
}

// What the release to come does not need goes when it is begun.
function deleteEarly(bucket: Bucket): Bucket {
  return {
    ...bucket,
    async replace(key, text, etag) {
      const written = await bucket.replace(key, text, etag);
      const [target]: ReleaseIndex['unfinished'] = JSON.parse(text).unfinished.slice(-1);
      const needed = target?.files.map(({ sha256 }) => `bodies/${sha256}`);
      const old = [...(await bucket.list()).keys()].filter(
        (one) => one.startsWith('bodies/') && !needed?.includes(one),
      );
      if (written && needed) for (const one of old) await bucket.remove(one, () => {});
      return written;
    },
  };
}

function waitForNobody(context: PublishContext): PublishContext {
  return { ...context, distribution: { ...context.distribution, isInvalidated: async () => true } };
}
