import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { ClassicLevel } from 'classic-level';
import type { DayReaderOptions } from '#counter';
import type { Service } from '#edge';
import { keepServing } from './keep-serving.ts';
import { serveTable } from './serve-table.ts';

type TableOptions = {
  /** Where the visits are kept, made if missing; one table at a time may use it. Default: in memory, gone with the process. */
  readonly folder?: string;
  /** The table that is kept; the one of what is forgotten after a day has `-seen` behind its name. Default: `visits`. */
  readonly table?: string;
  /** Default: any free one. */
  readonly port?: number;
  /** Takes a sentence when visits cannot be written, and when they can again. Default: it is dropped. */
  readonly log?: (text: string) => void;
};

/**
 * Starts a DynamoDB with two tables, keyed by `CounterName`, which are created if missing.
 *
 * As long as it runs, the file beside `folder` with `.url` behind its name says where; `openTable` reads it.
 * Every answered write is in the operating system's hands, so it survives the end of the process, `kill -9` included. When the disk
 * takes no more, the table answers nothing until it does again. Rejects with a sentence when another process has the folder
 * open, or when the port is taken.
 */
export async function startTable(options: TableOptions = {}): Promise<Service> {
  const { folder, table = 'visits', port = 0, log = () => {} } = options;
  if (folder === undefined) return serveTable({ table, port });
  const service = await keepServing({ folder, table, port }, { prepare: () => claimFolder(folder, table), log });
  const note = `${folder}.url`;
  await writeFile(note, service.url).catch(async (error) => {
    await service.stop();
    throw new Error(explain(error, folder), { cause: error });
  });
  return {
    url: service.url,
    async stop() {
      await rm(note, { force: true }).finally(() => service.stop());
    },
  };
}

/**
 * Opens the visits in a folder, even while a preview has them open: starts a table, or takes the one that runs there already, which `stop`
 * then leaves running. Where there is no folder, none is made, and the table is empty. Rejects as `startTable` does.
 */
export async function openTable(folder: string): Promise<Service> {
  if (!existsSync(folder)) return startTable();
  try {
    return await startTable({ folder });
  } catch (error) {
    const url = isLocked(error) && (await readFile(`${folder}.url`, 'utf8').catch(() => false));
    if (typeof url !== 'string') throw error;
    return { url, stop: async () => {} };
  }
}

/** What the table at this address is to those who read it. */
export function describeTable(url: string): DayReaderOptions {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { http, region: 'us-east-1', credentials, endpoint: url, table: 'visits' };
}

// dynalite opens its database late and never says when that fails, so it is opened here once before.
async function claimFolder(folder: string, table: string): Promise<void> {
  const { ClassicLevel } = await import('classic-level');
  try {
    await mkdir(folder, { recursive: true });
    const database = new ClassicLevel(folder);
    await database.open();
    await removeUnmade(database, table).finally(() => database.close());
  } catch (error) {
    throw new Error(explain(error, folder), { cause: error });
  }
}

// A table whose making was interrupted would be in the making for ever; nothing is in it yet.
async function removeUnmade(database: ClassicLevel, table: string): Promise<void> {
  for (const key of [`table~${table}`, `table~${table}-seen`])
    if ((await database.get(key))?.includes('"TableStatus":"CREATING"')) await database.del(key);
}

function explain(error: unknown, folder: string): string {
  return isLocked(error)
    ? `The visits in ${folder} are open in another preview. Stop that one first (Ctrl-C in its terminal), or go on with it.`
    : `The visits in ${folder} cannot be opened. Check that the folder is yours to write and that the disk has room; if it is damaged, move it away to count from 0.`;
}

/** Whether an error of LevelDB, or one whose cause that is, says that another process has the folder open. */
function isLocked(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return code === 'LEVEL_LOCKED' || (cause !== undefined && isLocked(cause));
}
