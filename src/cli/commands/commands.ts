import type { Command, Option } from '../command.ts';
import { cloudCommands } from './cloud-commands.ts';
import { pipelineCommands } from './pipeline-commands.ts';

const resume: Option = {
  value: 'FILE',
  help: 'The résumé. Default: resume.yaml, resume.yml or resume.json in this folder.',
};

export const commands: readonly Command[] = [
  {
    name: 'check',
    otherNames: ['validate', 'lint', 'test', 'verify'],
    summary: 'Finds every mistake in the résumé, and what the page leaves out',
    details:
      'Checks FILE, or the résumé in this folder, and shows each mistake with its place and what to write instead.',
    operands: ['[FILE]'],
    options: {
      format: {
        value: 'FORMAT',
        choices: ['text', 'json', 'github'],
        help: 'text, json, or github (annotations in a workflow). Default: text.',
      },
      fix: { help: 'Mends what can be mended in one way only, in the file itself.' },
    },
    load: async () => (await import('./check.ts')).runCheck,
  },
  {
    name: 'build',
    otherNames: ['compile', 'export', 'render', 'generate'],
    summary: 'Writes the site and the Lambda function, ready to deploy',
    details: `Writes into DIR: site/ (the files), lambda/ and lambda.zip (the function), and manifest.json (what they are).
The same input gives the same bytes on every machine. Nothing that a build did not make is changed or deleted.`,
    operands: [],
    options: {
      resume,
      out: { value: 'DIR', help: 'Where to write. Default: dist.' },
    },
    load: async () => (await import('./build.ts')).runBuild,
  },
  {
    name: 'preview',
    otherNames: ['start', 'serve', 'server', 'dev', 'watch', 'run'],
    summary: 'Runs site, API and table on this machine; the page follows every save',
    details: `Serves the site with a visitor counter that works: the very files and the very function that run on AWS.
Visits are kept in .local/table. PORT in the environment chooses the port.
With --aws it shows what is deployed instead: it reads the distribution of ENV through AWS's API and does
what that says.`,
    operands: [],
    options: {
      resume,
      aws: { value: 'ENV', help: 'Shows the site as deployed in this environment, such as dev.' },
      port: { value: 'PORT', help: 'The port. Default: 4000, or the next free one.' },
      host: {
        value: 'ADDRESS',
        help: 'The address to listen on. Default: 127.0.0.1, which only this machine can open.',
      },
      demo: { help: 'Shows simulated numbers at /.preview/stats, marked as such. Default: those of the table.' },
      'no-open': { help: 'Opens no browser. Default: opens one when run in a terminal.' },
    },
    load: async () => (await import('./preview.ts')).runPreview,
  },
  ...cloudCommands,
  ...pipelineCommands,
];
