import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeTrouble, findResume, formatTrouble, resumeNames } from '#build';
import { type BuildOutcome, createRebuild, startBuilder, startCloud, watchFiles } from '#preview';
import { defineCommand, resumeOption } from '../define-command.ts';
import type { Shell } from '../shell.ts';
import { showProgress } from '../show-progress.ts';
import { readPreviewSettings } from './read-preview-settings.ts';

const source = dirname(fileURLToPath(new URL('..', import.meta.url)));

/** Runs the whole of it on this machine until it is asked to stop. */
export const preview = defineCommand({
  name: 'preview',
  otherNames: ['start', 'serve', 'server', 'dev', 'watch', 'run'],
  audience: 'people',
  summary: 'Runs site, API and table on this machine; the page follows every save',
  details: `Serves the site with a visitor counter that works: the very files and the very function that run on AWS.
Visits are kept in .local/table. PORT in the environment chooses the port.
With --aws it shows what is deployed instead: it reads the distribution of ENV through AWS's API and does
what that says.`,
  operands: [],
  options: {
    resume: resumeOption,
    aws: { value: 'ENV', help: 'Shows the site as deployed in this environment, such as dev.' },
    port: { value: 'PORT', help: 'The port. Default: 4000, or the next free one.' },
    host: {
      value: 'ADDRESS',
      help: 'The address to listen on. Default: 127.0.0.1, which only this machine can open.',
    },
    demo: { help: 'Shows simulated numbers at /.preview/stats, marked as such. Default: those of the table.' },
    'no-open': { help: 'Opens no browser. Default: opens one when run in a terminal.' },
  },
  async run(input, shell) {
    const { root } = shell;
    const settings = readPreviewSettings(input.options, shell.env);
    const resume = input.options.resume;
    const opens = shell.isTerminal && !shell.env.CI && !input.options['no-open'];
    // A résumé that was not named may still come.
    if (resume !== undefined) await findResume(root, resume);
    const named = input.options.aws;
    if (named !== undefined) {
      // Loaded here, because nothing of it is needed for the files of this folder.
      const { previewEnvironment } = await import('./preview-environment.ts');
      return previewEnvironment({ named, ...settings, opens }, shell);
    }

    const isDemo = input.options.demo === true;
    // Its libraries are loaded when somebody asks.
    async function makeStats(tableUrl: string): Promise<string> {
      const { makePreviewStats } = await import('./make-preview-stats.ts');
      return makePreviewStats(tableUrl, isDemo);
    }

    const stopped = shell.untilStopped();
    const failed = Promise.withResolvers<never>();
    const builder = startBuilder({ root, resume });
    const toStop: (() => Promise<void> | void)[] = [builder.stop];
    try {
      const first = builder.build({ reloadCode: false });
      const cloud = await startCloud({ root, ...settings, makeStats, log: shell.warn });
      toStop.push(cloud.stop);

      async function show(outcome: BuildOutcome): Promise<void> {
        if (outcome.kind === 'built') return cloud.show(outcome.site, outcome.lambda);
        cloud.showTrouble(describeTrouble(outcome, root));
        shell.warn(formatTrouble(outcome, shell));
      }

      const rebuild = createRebuild(async (paths) => {
        await shown;
        const start = performance.now();
        const outcome = await builder.build({ reloadCode: paths.some(isCode) });
        await show(outcome);
        if (outcome.kind !== 'built') return;
        // Without what an editor wrote aside.
        const names = paths
          .filter((path) => existsSync(path) || paths.length === 1)
          .map((path) => relative(root, path));
        const time = Math.round(performance.now() - start);
        shell.print(shell.paint('dim', `${names.join(', ')}: shown after ${time} ms.`));
      }, failed.reject);
      const files = [...(resume === undefined ? resumeNames : [resume]), 'public'].map((name) => resolve(root, name));
      const watch = watchFiles({ trees: [join(root, 'public'), source], files }, rebuild);
      toStop.push(watch.stop);

      const shown = showProgress(shell, 'Building', first).then(show);
      await shown;
      printBanner(cloud.url, { ...settings, isDemo }, shell);
      if (opens) shell.open(cloud.url);
      await Promise.race([stopped, failed.promise]);
      return 0;
    } finally {
      for (const stop of toStop.reverse()) await stop();
    }
  },
});

function isCode(path: string): boolean {
  return path.startsWith(join(source, '/')) && /(?<!\.test)\.(ts|json)$/.test(path);
}

type Asked = { readonly host: string; readonly port: number; readonly isDemo: boolean };

function printBanner(url: string, { host, port, isDemo }: Asked, { print, warn, paint }: Shell): void {
  const used = new URL(url).port;
  if (port !== 0 && used !== String(port)) warn(`Port ${port} is taken; using ${used}.`);
  if (!/^(127\.|::1$|localhost$)/.test(host)) warn('Others in your network can open this address too.');
  print(`
  Your site  ${paint('link', url)}
  Visits     kept in ${join('.local', 'table')}
  Numbers    ${paint('link', `${url}/.preview/stats`)}${isDemo ? ' (simulated)' : ''}
  To stop    Ctrl-C
`);
}
