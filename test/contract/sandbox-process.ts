// A process of its own with a store, as a sandbox of the function: adds a visit for each id that it is sent, and says what
// became of it.
import { openStore } from './open-store.ts';
import type { Table } from './start-table.ts';

export type Answer = { readonly id: string; readonly total: number } | { readonly id: string; readonly error: string };

const [, , endpoint = '', name = '', seenName = ''] = process.argv;
const store = openStore({ url: endpoint, name, seenName } as Table);
const note = { day: '2026-05-20', counters: ['v', 'd#m'], visitor: { network: 'net', person: 'one' } };

process.on('message', async (id: string) => {
  const answer: Answer = await store.add(id, true, note).then(
    ({ total }) => ({ id, total }),
    (error: unknown) => ({ id, error: String(error) }),
  );
  process.send?.(answer);
});
