import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Service } from '#edge';
import type { Site } from '#site';
import { createDeployment } from './create-deployment.ts';
import { startApi } from './start-api.ts';
import { startEdge } from './start-edge.ts';
import { startTable } from './start-table.ts';
import type { Trouble } from './trouble.ts';

export type CloudOptions = {
  /** The project's folder; what has to last is kept in its `.local/`. */
  readonly root: string;
  readonly host: string;
  /** If it is taken, one of the next twenty. */
  readonly port: number;
  /** Makes the page of the statistics, of the table at this address. */
  readonly makeStats: (tableUrl: string) => Promise<string>;
  /** Takes what the function prints. */
  readonly log: (text: string) => void;
};

export type Cloud = Service & {
  show(site: Site, lambda: Uint8Array): Promise<void>;
  showTrouble(trouble: Trouble): void;
};

/** Starts a project's cloud: table, API, edge, each on the one before. Rejects with what to do, and nothing is left running. */
export async function startCloud({ root, host, port, makeStats, log }: CloudOptions): Promise<Cloud> {
  const started: Service[] = [];
  async function stop(): Promise<void> {
    for (const service of started.reverse()) await service.stop();
  }
  try {
    const table = await startTable({ folder: join(root, '.local', 'table') });
    started.push(table);
    const bundle = join(root, '.local', 'lambda', 'index.mjs');
    const originSecret = randomUUID();
    const api = await startApi({ bundle, env: describeFunction(table.url, originSecret), log });
    started.push(api);
    const edge = await startEdge({
      apiUrl: api.url,
      originSecret,
      reload: true,
      makeStats: () => makeStats(table.url),
      host,
      port,
      tries: 20,
    });
    started.push(edge);
    const deploy = createDeployment(bundle, api);
    return {
      url: edge.url,
      async show(site, lambda) {
        await deploy(lambda);
        edge.showSite(site);
      },
      showTrouble: edge.showTrouble,
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

// What AWS gives to a function, and the one thing that differs here: where the tables are.
function describeFunction(tableUrl: string, originSecret: string): Readonly<Record<string, string>> {
  return {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: tableUrl,
    TABLE_NAME: 'visits',
    SEEN_TABLE_NAME: 'visits-seen',
    ORIGIN_SECRET_HASHES: createHash('sha256').update(originSecret).digest('hex'),
  };
}
