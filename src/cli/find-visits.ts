import http from 'node:http';
import { join } from 'node:path';
import type { DayReaderOptions } from '#aws';
import { openTable } from '#local';

/** Where visits are kept, and for whom it was opened. */
export type Visits = {
  /** Whose they are, as a report names it. */
  readonly name: string;
  readonly table: DayReaderOptions;
  stop(): Promise<void>;
};

/** The table of a preview, at its address. */
export function describeLocalTable(url: string): DayReaderOptions {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { http, region: 'us-east-1', credentials, endpoint: url, table: 'visits' };
}

/** Finds what the previews of a project have counted, while one runs too. */
export async function findLocalVisits(root: string): Promise<Visits> {
  const { url, stop } = await openTable(join(root, '.local', 'table'));
  return { name: 'your preview', table: describeLocalTable(url), stop };
}
