import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Service } from '#edge';
import { isLocked, startTable } from './start-table.ts';

/**
 * Opens the visits in a folder, whoever has them open: starts a table, or takes the one that runs there already, which `stop`
 * then leaves running. Where there is no folder, none is made, and the table is empty. Rejects as `startTable` does.
 */
export async function openTable(folder: string): Promise<Service> {
  if (!existsSync(folder)) return startTable();
  try {
    return await startTable({ folder });
  } catch (fault) {
    const url = isLocked(fault) && (await readFile(`${folder}.url`, 'utf8').catch(() => false));
    if (typeof url !== 'string') throw fault;
    return { url, stop: async () => {} };
  }
}
