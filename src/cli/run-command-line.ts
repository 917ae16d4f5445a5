import type { Command } from './define-command.ts';
import { readOwnVersion } from './engine-folder.ts';
import { formatError } from './format-error.ts';
import { formatHelp, formatOverview } from './format-help.ts';
import { readArguments } from './read-arguments.ts';
import type { ExitCode, Shell } from './shell.ts';
import { suggest } from './suggest.ts';
import { UserError } from './user-error.ts';

/** Commands by their name, in the order of `--help`. Each is loaded when it is run, or when all are explained. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

/** Runs the command that `words` name, and says through the shell what was refused or failed. */
export async function runCommandLine(words: readonly string[], commands: Commands, shell: Shell): Promise<ExitCode> {
  try {
    return await run(words, commands, shell);
  } catch (fault) {
    if (fault instanceof UserError) {
      shell.warn(fault.message);
      return fault.exitCode;
    }
    const debug = words.includes('--debug') || shell.env.CLOUD_RESUME_DEBUG === '1';
    shell.warn(formatError(fault, { debug }));
    return 3;
  }
}

async function run(words: readonly string[], commands: Commands, shell: Shell): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === undefined) {
    shell.warn(formatOverview(await loadAll(commands)));
    return 2;
  }
  if (first === '--version' || first === '-v') {
    shell.print(readOwnVersion());
    return 0;
  }
  const asksHelp = ['help', '--help', '-h'].includes(first);
  if (asksHelp && rest.length === 0) {
    shell.print(formatOverview(await loadAll(commands)));
    return 0;
  }
  const { command, args } = await findCommand(asksHelp ? rest : words, commands);
  const input = readArguments(args, command);
  if (asksHelp || input.options.help) {
    shell.print(formatHelp(command));
    return 0;
  }
  return command.run(input, shell);
}

/** Finds the command that the first words name; the longest name wins, so that `stats import` is not `stats`. */
async function findCommand(
  words: readonly string[],
  commands: Commands,
): Promise<{ command: Command; args: readonly string[] }> {
  for (const count of [2, 1]) {
    const name = words.slice(0, count).join(' ');
    if (Object.hasOwn(commands, name)) {
      const command = await commands[name]?.();
      if (command) return { command, args: words.slice(count) };
    }
  }
  throw new UserError(explainUnknown(words[0] ?? '', await loadAll(commands)), 2);
}

function loadAll(commands: Commands): Promise<readonly Command[]> {
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
