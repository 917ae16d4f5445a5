import type { VisitStore } from './visit-store.ts';

/** Creates a store that forgets everything when the process ends. `count` is where it starts, 0 by default. */
export function createMemoryStore({ count = 0 }: { readonly count?: number } = {}): VisitStore {
  let total = count;
  return {
    async add() {
      total += 1;
      return total;
    },
  };
}
