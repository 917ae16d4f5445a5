import { createMemoryStore } from './create-memory-store.ts';
import { testStore } from './test-store.ts';

testStore('the memory store', async (options) => {
  const store = createMemoryStore(options);
  return { store, readDay: async (day) => ({ ...store.days.get(day) }), close: async () => {} };
});
