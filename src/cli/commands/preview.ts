import { join } from 'node:path';
import { findResume, formatChecked } from '#build';
import { type BuildOutcome, type FileChange, startPreview, toOverlay } from '#preview';
import { defineCommand, resumeOption } from '../define-command.ts';
import { printable } from '../printable.ts';
import type { Shell } from '../shell.ts';
import { showProgress } from '../show-progress.ts';
import { readSettings } from './preview/read-settings.ts';

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
  async run({ options }, shell) {
    const { root } = shell;
    const { resume, aws: named, host, port, demo } = options;
    const settings = readSettings({ aws: named, demo, host, port }, shell.env);
    const opens = shell.isTerminal && !shell.env.CI && !options['no-open'];
    // A résumé that was not named may still come.
    if (resume !== undefined) await findResume(root, resume);
    if (named !== undefined) {
      // Loaded here, because nothing of it is needed for the files of this folder.
      const { previewEnvironment } = await import('./preview/preview-environment.ts');
      return previewEnvironment({ named, ...settings, opens }, shell);
    }

    const isDemo = demo === true;
    const stopped = shell.untilStopped();
    let versions: readonly string[] = [];
    const shown = (outcome: BuildOutcome, change?: FileChange) => {
      if (outcome.kind === 'built') versions = outcome.versions;
      printOutcome(outcome, change, shell);
    };
    const starting = startPreview({ root, resume, ...settings, isDemo, log: shell.warn, shown });
    const running = await showProgress(shell, 'Building', starting);
    try {
      printBanner(running.url, { ...settings, isDemo, versions }, shell);
      if (opens) shell.open(running.url);
      await Promise.race([stopped, running.failed]);
      return 0;
    } finally {
      await running.stop();
    }
  },
});

function printOutcome(outcome: BuildOutcome, change: FileChange | undefined, shell: Shell): void {
  const { print, warn, paint, paintWarning } = shell;
  if (outcome.kind === 'built') {
    if (change)
      print(paint('dim', `${change.paths.map(printable).join(', ')}: shown after ${Math.round(change.ms)} ms.`));
    for (const { name, problems } of outcome.resumes) {
      const { length } = problems;
      if (length > 0) {
        warn(`${length === 1 ? '1 note' : `${length} notes`} in ${name}; "npx cloud-resume check" shows them.`);
      }
    }
    for (const remark of outcome.remarks) warn(remark);
  } else if (outcome.kind === 'problems') {
    warn(formatChecked(outcome.resumes, shell));
  } else if (outcome.kind === 'refused') {
    warn(outcome.mistake);
  } else {
    const { title, items } = toOverlay(outcome, shell.root);
    const lines = items.map(({ place, message }) => `${paintWarning('strong', place)}  ${message}`);
    warn([`${title}:`, ...lines].join('\n'));
  }
}

type Asked = {
  readonly host: string;
  readonly port: number;
  readonly isDemo: boolean;
  readonly versions: readonly string[];
};

function printBanner(url: string, { host, port, isDemo, versions }: Asked, { print, warn, paint }: Shell): void {
  const used = new URL(url).port;
  if (port !== 0 && used !== String(port)) warn(`Port ${port} is taken; using ${used}.`);
  if (!/^(127\.|::1$|localhost$)/.test(host)) warn('Others in your network can open this address too.');
  print(`
  Your site  ${paint('link', url)}${versions.map((path) => `\n  Version    ${paint('link', url + path)}`).join('')}
  Visits     kept in ${join('.local', 'table')}
  Numbers    ${paint('link', `${url}/.preview/stats`)}${isDemo ? ' (simulated)' : ''}
  To stop    Ctrl-C
`);
}
