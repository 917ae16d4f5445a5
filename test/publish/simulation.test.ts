import assert from 'node:assert/strict';
import test from 'node:test';
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

const plants: readonly (readonly [mistake: string, plant: Plant, noticed: RegExp])[] = [
  ['pages before stylesheets', placeAssetsLast, /has the stylesheet of/],
  ['the record before the contents', recordAtOnce, /The index names|is not kept/],
  ['a look at the lock alone', forgetTime, /has the stylesheet of|The index names/],
  ['a forgotten condition', forgetConditions, /has the stylesheet of|The index names|is not kept|In place are/],
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
    const watch: Plant = (bucket) => ({
      ...bucket,
      async replace(key, text, etag) {
        log.push(text);
        return bucket.replace(key, text, etag);
      },
    });
    return simulatePublishing(seed, watch).then(() => log);
  };
  assert.deepEqual(await run(7), await run(7));
  assert.notDeepEqual(await run(7), await run(8));
});

// The stylesheet is put in place only after the page that needs it.
function placeAssetsLast(bucket: ReturnType<Plant>): ReturnType<Plant> {
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
function recordAtOnce(bucket: ReturnType<Plant>): ReturnType<Plant> {
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
function forgetConditions(bucket: ReturnType<Plant>): ReturnType<Plant> {
  return {
    ...bucket,
    async replace(key, text) {
      const found = await bucket.read(key);
      return bucket.replace(key, text, found?.etag);
    },
  };
}

// Requests leave however long ago the lock was looked at.
function forgetTime(bucket: ReturnType<Plant>): ReturnType<Plant> {
  return {
    ...bucket,
    copy: (from, to, headers) => bucket.copy(from, to, headers, () => {}),
    remove: (key) => bucket.remove(key, () => {}),
  };
}
