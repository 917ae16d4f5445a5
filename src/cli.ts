import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import type { ExitCode, Shell, Style } from '#cli';
import {
  ask,
  explainFault,
  formatHelp,
  formatOverview,
  openBrowser,
  readArguments,
  suggest,
  UserError,
  waitForStop,
} from '#cli';
import { commands } from './cli/commands/commands.ts';

const colors: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  good: 'green',
  bad: 'red',
  strong: 'bold',
  dim: 'dim',
  link: ['cyan', 'underline'],
};

const shell: Shell = {
  root: process.cwd(),
  env: process.env,
  isTerminal: process.stdout.isTTY === true,
  showsProgress: process.stderr.isTTY === true,
  print: (text) => console.log(text),
  warn: (text) => console.error(text),
  // Knows NO_COLOR and FORCE_COLOR too.
  paint: (style, text) => styleText(colors[style], text, { stream: process.stdout }),
  canAsk: process.stdin.isTTY === true,
  ask: (question) => ask(question, process),
  paintWarning: (style, text) => styleText(colors[style], text, { stream: process.stderr }),
  open: (url) => openBrowser(url, process),
  untilStopped: () => waitForStop(process, () => process.exit(130)),
};

async function run([first, ...rest]: readonly string[]): Promise<ExitCode> {
  if (first === undefined) {
    shell.warn(formatOverview(commands));
    return 2;
  }
  const isHelp = ['help', '--help', '-h'].includes(first);
  if (isHelp && rest.length === 0) {
    shell.print(formatOverview(commands));
    return 0;
  }
  if (first === '--version' || first === '-v') {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    shell.print(version);
    return 0;
  }
  const name = isHelp ? (rest[0] ?? '') : first;
  const command = commands.find((one) => one.name === name);
  if (!command) {
    shell.warn(explainUnknown(name));
    return 2;
  }
  const input = readArguments(isHelp ? ['--help'] : rest, command);
  if (input.options.has('help')) {
    shell.print(formatHelp(command));
    return 0;
  }
  const runCommand = await command.load();
  return runCommand(input, shell);
}

function explainUnknown(name: string): string {
  const known = commands.find(({ otherNames }) => otherNames.includes(name))?.name;
  const meant = known ?? suggest(name, ['help', ...commands.map((command) => command.name)]);
  const names = commands.map((command) => command.name).join(', ');
  const remedy = meant ? `Did you mean "${meant}"?` : `The commands are ${names}; --help explains them.`;
  return name.startsWith('-')
    ? `The command comes first, then its options: npx cloud-resume ${commands[0]?.name} ${name}.`
    : `There is no command "${name}". ${remedy}`;
}

// Whoever reads the output may stop reading, as `head` does; that is no failure.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => process.exit(fault.code === 'EPIPE' ? undefined : 3));

process.exitCode = await run(process.argv.slice(2)).catch((fault: unknown): ExitCode => {
  if (fault instanceof UserError) {
    shell.warn(fault.message);
    return fault.exitCode;
  }
  const debug = process.argv.includes('--debug') || process.env.CLOUD_RESUME_DEBUG === '1';
  shell.warn(explainFault(fault, { debug }));
  return 3;
});
