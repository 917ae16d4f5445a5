import http from 'node:http';
import { createDynamoStore, type DynamoStoreOptions } from '#counter';
import type { VisitStore } from '#visits';
import { credentials, region, type Table } from './start-table.ts';

/** Opens the store of a table, as a sandbox of the function does. */
export function openStore(table: Table, options: Partial<DynamoStoreOptions> = {}): VisitStore {
  return createDynamoStore({
    http,
    region,
    credentials,
    endpoint: table.url,
    table: table.name,
    seenTable: table.seenName,
    ...options,
  });
}
