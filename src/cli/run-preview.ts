import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApi, startEdge, startTable } from '#local';
import type { Input } from './command.ts';
import { createDeployment } from './create-deployment.ts';
import { createRebuild } from './create-rebuild.ts';
import { describeTrouble } from './describe-trouble.ts';
import { findResume, resumeNames } from './find-resume.ts';
import { formatTrouble } from './format-trouble.ts';
import { readPreviewSettings } from './read-preview-settings.ts';
import type { ExitCode, Shell } from './shell.ts';
import { showProgress } from './show-progress.ts';
import { type BuildOutcome, startBuilder } from './start-builder.ts';
import { watchFiles } from './watch-files.ts';

const source = dirname(fileURLToPath(new URL('.', import.meta.url)));

/** Runs the whole of it on this machine until it is asked to stop. */
export async function runPreview(input: Input, shell: Shell): Promise<ExitCode> {
  const { root } = shell;
  const settings = readPreviewSettings(input, shell.env);
  const resume = input.options.get('resume');
  if (settings.mistake !== undefined) {
    shell.warn(settings.mistake);
    return 2;
  }
  // A résumé that was not named may still come.
  const { mistake } = resume === undefined ? {} : await findResume(root, resume);
  if (mistake !== undefined) {
    shell.warn(mistake);
    return 2;
  }

  const stopped = shell.untilStopped();
  const toStop: (() => Promise<void> | void)[] = [];
  try {
    const builder = startBuilder({ root, resume });
    toStop.push(builder.stop);
    const first = builder.build({ reloadCode: false });
    const folder = join(root, '.local', 'table');
    const table = await startTable({ folder });
    toStop.push(table.stop);
    const bundle = join(root, '.local', 'lambda', 'index.mjs');
    const originSecret = randomUUID();
    const api = await startApi({ bundle, env: describeFunction(table.url, originSecret), log: shell.warn });
    toStop.push(api.stop);
    const edge = await startEdge({ apiUrl: api.url, originSecret, reload: true, ...settings, tries: 20 });
    toStop.push(edge.stop);
    const deploy = createDeployment(bundle, api);

    async function show(outcome: BuildOutcome): Promise<boolean> {
      if (outcome.kind === 'built') {
        await deploy(outcome.lambda);
        edge.showSite(outcome.site);
      } else {
        edge.showTrouble(describeTrouble(outcome, root));
        shell.warn(formatTrouble(outcome, shell));
      }
      return outcome.kind === 'built';
    }

    await show(await showProgress(shell, 'Building', first));
    printBanner(edge.url, settings, relative(root, folder), shell);
    if (shell.isTerminal && !shell.env.CI && !input.options.has('no-open')) shell.open(edge.url);

    const failed = Promise.withResolvers<never>();
    const rebuild = createRebuild(async (paths) => {
      const start = performance.now();
      const isShown = await show(await builder.build({ reloadCode: paths.some(isCode) }));
      // Without what an editor wrote aside.
      const names = paths.filter((path) => existsSync(path) || paths.length === 1).map((path) => relative(root, path));
      if (isShown)
        shell.print(
          shell.paint('dim', `${names.join(', ')}: shown after ${Math.round(performance.now() - start)} ms.`),
        );
    }, failed.reject);
    const watch = watchFiles(
      {
        trees: [join(root, 'public'), source],
        files: (resume === undefined ? [...resumeNames, 'public'] : [resume, 'public']).map((name) =>
          resolve(root, name),
        ),
      },
      rebuild,
    );
    toStop.push(watch.stop);
    await Promise.race([stopped, failed.promise]);
    return 0;
  } finally {
    for (const stop of toStop.reverse()) await stop();
  }
}

function isCode(path: string): boolean {
  return path.startsWith(join(source, '/')) && /(?<!\.test)\.(ts|json)$/.test(path);
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

function printBanner(
  url: string,
  asked: { host: string; port: number },
  folder: string,
  { print, warn, paint }: Shell,
) {
  const { port } = new URL(url);
  if (asked.port !== 0 && port !== String(asked.port)) warn(`Port ${asked.port} is taken; using ${port}.`);
  if (!/^(127\.|::1$|localhost$)/.test(asked.host)) warn('Others in your network can open this address too.');
  print(`
  Your site  ${paint('link', url)}
  Visits     kept in ${folder}
  To stop    Ctrl-C
`);
}
