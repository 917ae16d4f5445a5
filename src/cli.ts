import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import type { ExitCode, Shell, Style } from '#cli';
import {
  ask,
  formatError,
  formatHelp,
  formatOverview,
  openBrowser,
  printableLines,
  readArguments,
  suggest,
  UserError,
  waitForStop,
} from '#cli';
import { commands } from './cli/commands/index.ts';
import type { Command } from './cli/define-command.ts';

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
  print: (text) => console.log(printableLines(text)),
  warn: (text) => console.error(printableLines(text)),
  // Knows NO_COLOR and FORCE_COLOR too.
  paint: (style, text) => styleText(colors[style], text, { stream: process.stdout }),
  canAsk: process.stdin.isTTY === true,
  ask: (question) => ask(question, process),
  paintWarning: (style, text) => styleText(colors[style], text, { stream: process.stderr }),
  open: (url) => openBrowser(url, process),
  untilStopped: () => waitForStop(process, () => process.exit(130)),
};

async function run(words: readonly string[]): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === undefined) {
    shell.warn(formatOverview(await loadAll()));
    return 2;
  }
  if (first === '--version' || first === '-v') {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    shell.print(version);
    return 0;
  }
  const asksHelp = ['help', '--help', '-h'].includes(first);
  if (asksHelp && rest.length === 0) {
    shell.print(formatOverview(await loadAll()));
    return 0;
  }
  const { command, args } = await findCommand(asksHelp ? rest : words);
  const input = readArguments(args, command);
  if (asksHelp || input.options.help) {
    shell.print(formatHelp(command));
    return 0;
  }
  return command.run(input, shell);
}

/** Finds the command that the first words name; the longest name wins, so that `stats import` is not `stats`. */
async function findCommand(words: readonly string[]): Promise<{ command: Command; args: readonly string[] }> {
  for (const count of [2, 1]) {
    const name = words.slice(0, count).join(' ');
    if (Object.hasOwn(commands, name)) {
      const command = await commands[name]?.();
      if (command) return { command, args: words.slice(count) };
    }
  }
  throw new UserError(explainUnknown(words[0] ?? '', await loadAll()), 2);
}

function loadAll(): Promise<readonly Command[]> {
  return Promise.all(Object.values(commands).map((load) => load()));
}

function explainUnknown(written: string, all: readonly Command[]): string {
  const names = all.map(({ name }) => name);
  if (written.startsWith('-')) {
    return `The command comes first, then its options: npx cloud-resume ${names[0]} ${written}.`;
  }
  const known = all.find(({ otherNames }) => otherNames.includes(written))?.name;
  const meant = known ?? suggest(written, ['help', ...names]);
  const remedy = meant ? `Did you mean "${meant}"?` : `The commands are ${names.join(', ')}; --help explains them.`;
  return `There is no command "${written}". ${remedy}`;
}

// A reader such as `head` may stop reading; that is not a failure.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => process.exit(fault.code === 'EPIPE' ? undefined : 3));

process.exitCode = await run(process.argv.slice(2)).catch((fault: unknown): ExitCode => {
  if (fault instanceof UserError) {
    shell.warn(fault.message);
    return fault.exitCode;
  }
  const debug = process.argv.includes('--debug') || process.env.CLOUD_RESUME_DEBUG === '1';
  shell.warn(formatError(fault, { debug }));
  return 3;
});
