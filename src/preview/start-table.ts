import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import http, { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { DayReaderOptions } from '#counter';
import { close, listen, type Service } from '#edge';
import { drainRequests } from './drain-requests.ts';

export type TableOptions = {
  /** Where the visits are kept, made if missing; one table at a time may use it. Default: in memory, gone with the process. */
  readonly folder?: string;
  /** The table that is kept; the one of what is forgotten after a day has `-seen` behind its name. Default: `visits`. */
  readonly table?: string;
  /** Default: any free one. */
  readonly port?: number;
};

/**
 * Starts a DynamoDB with two tables, keyed by `CounterName`, which are created if missing.
 *
 * As long as it runs, the file beside `folder` with `.url` behind its name says where; `openTable` reads it.
 * Every answered write is in the operating system's hands, so it survives the end of the process, `kill -9` included.
 * Rejects with a sentence when another process has the folder open, or when the port is taken.
 */
export async function startTable({ folder, table = 'visits', port = 0 }: TableOptions = {}): Promise<Service> {
  if (folder !== undefined) await claimFolder(folder);
  // Only the preview needs it, and it is slow to load.
  const { default: dynalite } = await import('dynalite');
  const server = dynalite({ ...(folder !== undefined && { path: folder }), createTableMs: 0 });
  const drain = drainRequests(server);
  const url = await listen(server, { host: '127.0.0.1', port, tries: 1 });
  const refusal = (await createTable(url, table)) ?? (await createTable(url, `${table}-seen`));
  if (refusal !== undefined) {
    await close(server);
    throw new Error(refusal);
  }
  if (folder !== undefined) await writeFile(`${folder}.url`, url);
  return {
    url,
    async stop() {
      if (folder !== undefined) await rm(`${folder}.url`, { force: true });
      // It throws when its database is closed between two steps of a write.
      await drain();
      await close(server);
    },
  };
}

/**
 * Opens the visits in a folder, whoever has them open: starts a table, or takes the one that runs there already, which `stop`
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
async function claimFolder(folder: string): Promise<void> {
  const { ClassicLevel } = await import('classic-level');
  try {
    await mkdir(folder, { recursive: true });
    const database = new ClassicLevel(folder);
    await database.open();
    await database.close();
  } catch (fault) {
    throw new Error(explain(fault, folder), { cause: fault });
  }
}

function explain(fault: unknown, folder: string): string {
  return isLocked(fault)
    ? `The visits in ${folder} are open in another preview. Stop that one first (Ctrl-C in its terminal), or go on with it.`
    : `The visits in ${folder} cannot be opened. Check that the folder is yours to write; if it is damaged, move it away to count from 0.`;
}

/** Whether a fault of LevelDB, or one whose cause that is, says that another process has the folder open. */
function isLocked(fault: unknown): boolean {
  const { code, cause } = fault as { code?: string; cause?: unknown };
  return code === 'LEVEL_LOCKED' || (cause !== undefined && isLocked(cause));
}

async function createTable(url: string, table: string): Promise<string | undefined> {
  const { status, body } = await call(url, 'CreateTable', {
    TableName: table,
    AttributeDefinitions: [{ AttributeName: 'CounterName', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'CounterName', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  if (status === 200 || body.includes('ResourceInUseException')) return undefined;
  return `The local table "${table}" was refused with ${status}: ${body}. Use a name that DynamoDB allows.`;
}

// dynalite reads who signed a request, but checks no signature.
const authorization =
  'AWS4-HMAC-SHA256 Credential=local/20200101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

async function call(url: string, operation: string, body: object): Promise<{ status: number; body: string }> {
  const reply = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    request(url, {
      method: 'POST',
      headers: {
        authorization,
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-date': '20200101T000000Z',
        'x-amz-target': `DynamoDB_20120810.${operation}`,
      },
    })
      .on('response', resolve)
      .on('error', reject)
      .end(JSON.stringify(body));
  });
  return { status: reply.statusCode ?? 0, body: await text(reply) };
}
