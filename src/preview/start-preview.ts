import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { isLanguageOf, ownStyleName, resumeNames, sourceFolder } from '#build';
import type { Service } from '#edge';
import { type Screen, showBuild } from './show-build.ts';
import { startApi } from './start-api.ts';
import { startBuilder } from './start-builder.ts';
import { startEdge } from './start-edge.ts';
import { startTable } from './start-table.ts';
import { type Watched, watchFiles } from './watch-files.ts';

type PreviewOptions = Pick<Screen, 'shown'> & {
  /** The project's folder; what has to last is kept in its `.local/`. */
  readonly root: string;
  /** The résumé. Default: the one in the folder, which may still come. */
  readonly resume?: string | undefined;
  readonly host: string;
  /** If it is taken, one of the next twenty. 0 is any free one. */
  readonly port: number;
  /** Whether the statistics are simulated. */
  readonly isDemo: boolean;
  /** Takes what the function prints, and sentences on what goes on beside the pages. */
  readonly log: (text: string) => void;
};

type Preview = Service & {
  /** Rejects when the preview cannot follow the files any more. */
  readonly failed: Promise<never>;
};

/**
 * Starts a project's cloud on this machine and follows its files: builder, table, API, edge, each on the one before. Resolves when
 * the first build is shown. Rejects with what to do, and nothing is left running.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { root, resume, host, port, isDemo, log } = options;
  const running: { stop(): Promise<void> | void }[] = [];
  async function stop(): Promise<void> {
    const errors: unknown[] = [];
    // Each, whatever becomes of those before it.
    for (const part of running.reverse()) {
      try {
        await part.stop();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
  try {
    // The first one, because it builds while the others start.
    const builder = startBuilder({ root, resume });
    running.push(builder);
    const first = builder.build({ reloadCode: false });

    const table = await startTable({ folder: join(root, '.local', 'table'), log });
    running.push(table);

    const originSecret = randomUUID();
    const bundle = join(root, '.local', 'lambda', 'index.mjs');
    const api = await startApi({ bundle, env: describeFunction(table.url, originSecret), log, siteName: host });
    running.push(api);

    // Its libraries are loaded when the page is asked for.
    const renderStats = async () => (await import('./render-stats-page.ts')).renderStatsPage(table.url, { isDemo });
    const edge = await startEdge({
      apiUrl: api.url,
      originSecret,
      reload: true,
      renderStats,
      host,
      port,
      maxPorts: 20,
    });
    running.push(edge);

    const screen: Screen = { root, api, edge, log, shown: options.shown };
    const firstShown = first.then((reply) => showBuild(reply, screen));
    async function follow(paths: readonly string[]): Promise<void> {
      await firstShown;
      const start = performance.now();
      const reply = await builder.build({ reloadCode: paths.some(isCode) });
      await showBuild(reply, screen, () => ({
        // Without what an editor wrote aside.
        paths: paths.filter((path) => existsSync(path) || paths.length === 1).map((path) => relative(root, path)),
        ms: performance.now() - start,
      }));
    }
    let fail: (error: unknown) => void = () => {};
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    // Who does not wait for it is not harmed by it.
    failed.catch(() => {});
    running.push(watchFiles(listWatched(root, resume), follow, fail));
    await firstShown;
    return { url: edge.url, failed, stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
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

/** What the pages are made of: the résumé in all its languages, its style, `public/`, `fonts/` and, in this repository, the code. */
function listWatched(root: string, resume: string | undefined): Watched {
  const resumes = (resume === undefined ? resumeNames : [resume]).map((name) => resolve(root, name));
  const folders = ['public', 'fonts'].map((name) => join(root, name));
  return {
    trees: [...folders, ...(sourceFolder === undefined ? [] : [sourceFolder])],
    files: [...resumes, resolve(dirname(resumes[0] ?? root), ownStyleName), ...folders],
    isFile: (path) => resumes.some((name) => isLanguageOf(path, name)),
  };
}

function isCode(path: string): boolean {
  return sourceFolder !== undefined && path.startsWith(sourceFolder) && /(?<!\.test)\.(ts|json)$/.test(path);
}
