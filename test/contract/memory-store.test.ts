import { createMemoryStore } from '#visits';
import { testStore } from './test-store.ts';

testStore('the memory store', async (options) => ({ store: createMemoryStore(options), close: async () => {} }));
