import assert from 'node:assert/strict';
import test from 'node:test';
import type { VisitStore } from '#visits';

/** Opens a store that has `count` visits already, or none, and closes whatever is behind it. */
export type OpenStore = (options: { readonly count?: number }) => Promise<{
  readonly store: VisitStore;
  readonly close: () => Promise<void>;
}>;

/** Every store passes these tests; `name` stands in their titles. */
export function testStore(name: string, openStore: OpenStore): void {
  test(`${name} gives the first visitor 1`, async () => {
    const { store, close } = await openStore({});
    try {
      assert.equal(await store.add(), 1);
    } finally {
      await close();
    }
  });

  test(`${name} goes on from the count that it has`, async () => {
    const { store, close } = await openStore({ count: 1999 });
    try {
      assert.deepEqual([await store.add(), await store.add(), await store.add()], [2000, 2001, 2002]);
    } finally {
      await close();
    }
  });

  test(`${name} gives 5,000 visitors at once the totals 1 to 5,000, each of them one`, {
    timeout: 60_000,
  }, async () => {
    const { store, close } = await openStore({});
    try {
      const totals = await Promise.all(Array.from({ length: 5000 }, () => store.add()));
      assert.deepEqual(
        totals.sort((a, b) => a - b),
        Array.from({ length: 5000 }, (_, index) => index + 1),
      );
      assert.equal(await store.add(), 5001);
    } finally {
      await close();
    }
  });
}
