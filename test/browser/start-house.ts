import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProject } from '#build';
import { startApi, startEdge, startTable } from '#preview';
import type { Site } from '#site';

export type House = {
  readonly url: string;
  /** The API's own address, past the edge. */
  readonly apiUrl: string;
  readonly tableUrl: string;
  readonly site: Site;
  /** Takes the API away, as an outage does. */
  stopApi(): Promise<void>;
  stop(): Promise<void>;
};

const originSecret = 'a secret of the edge';

/** Builds a résumé (default: the sample), with others by their languages, and runs its site, its API and its table. */
export async function startHouse(resume?: string, others: Readonly<Record<string, string>> = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'cloud-resume-'));
  const written = join(folder, 'resume.yaml');
  if (resume !== undefined) await writeFile(written, resume);
  for (const [language, text] of Object.entries(others)) await writeFile(join(folder, `resume.${language}.yaml`), text);
  const root = process.cwd();
  const build = await buildProject({ root, ...(resume !== undefined && { resume: written }) });
  if (build.kind !== 'built') throw new Error(`The résumé does not build: ${JSON.stringify(build)}`);

  const bundle = join(folder, 'lambda', 'index.mjs');
  await mkdir(join(folder, 'lambda'));
  await writeFile(bundle, build.lambda);
  const table = await startTable();
  const env = {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: table.url,
    TABLE_NAME: 'visits',
    SEEN_TABLE_NAME: 'visits-seen',
    ORIGIN_SECRET_HASHES: createHash('sha256').update(originSecret).digest('hex'),
  };
  const api = await startApi({ bundle, env, log: console.error });
  let stopped: Promise<void> | undefined;
  const stopApi = () => {
    stopped ??= api.stop();
    return stopped;
  };
  const edge = await startEdge({ apiUrl: api.url, originSecret, site: build.site });
  return {
    url: edge.url,
    apiUrl: api.url,
    tableUrl: table.url,
    site: build.site,
    stopApi,
    async stop() {
      await edge.stop();
      await stopApi();
      await table.stop();
      await rm(folder, { recursive: true });
    },
  };
}
