import { join } from 'node:path';
import type { Command } from './define-command.ts';
import { readOwnVersion } from './engine-folder.ts';
import { formatError } from './format-error.ts';
import { formatHelp, formatOverview } from './format-help.ts';
import { parseJson } from './parse-json.ts';
import { printable } from './printable.ts';
import { readArguments } from './read-arguments.ts';
import { readSettingsFile } from './read-ordinary-file.ts';
import type { ExitCode, Shell } from './shell.ts';
import { suggest } from './suggest.ts';
import { UserError } from './user-error.ts';

/** Commands by their name, in the order of `--help`. Each is loaded when it is run, or when all are explained. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

/** Runs the command that `words` name, and says through the shell what was refused or failed. */
export async function runCommandLine(words: readonly string[], commands: Commands, shell: Shell): Promise<ExitCode> {
  try {
    return await run(words, commands, shell);
  } catch (error) {
    if (error instanceof UserError) {
      shell.warn(error.message);
      return error.exitCode;
    }
    const debug = words.includes('--debug') || shell.env.CLOUD_RESUME_DEBUG === '1';
    shell.warn(formatError(error, { debug }));
    return 3;
  }
}

const helpWords = ['help', '--help', '-h'];

async function run(words: readonly string[], commands: Commands, shell: Shell): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === undefined) {
    shell.warn(formatOverview(await loadAll(commands), shell.columns));
    return 2;
  }
  if (['--version', '-v', '-V', 'version'].includes(first)) {
    shell.print(readOwnVersion());
    return 0;
  }
  const asksHelp = helpWords.includes(first);
  if (asksHelp && (rest.length === 0 || helpWords.includes(rest[0] ?? ''))) {
    shell.print(formatOverview(await loadAll(commands), shell.columns));
    return 0;
  }
  const { command, args } = await findCommand(asksHelp ? rest : words, commands, shell);
  const input = readArguments(args, command, shell.env);
  if (asksHelp || input.options.help) {
    shell.print(formatHelp(command, shell.columns));
    return 0;
  }
  return command.run(input, shell);
}

/** Finds the command that the first words name; the longest name wins, so that `stats import` is not `stats`. */
async function findCommand(
  words: readonly string[],
  commands: Commands,
  { root }: Shell,
): Promise<{ command: Command; args: readonly string[] }> {
  for (const count of [2, 1]) {
    const name = words.slice(0, count).join(' ');
    if (Object.hasOwn(commands, name)) {
      const command = await commands[name]?.();
      if (command) return { command, args: words.slice(count) };
    }
  }
  throw new UserError(explainUnknown(words, await loadAll(commands), await listScripts(root)), 2);
}

function loadAll(commands: Commands): Promise<readonly Command[]> {
  return Promise.all(Object.values(commands).map((load) => load()));
}

function explainUnknown(words: readonly string[], all: readonly Command[], scripts: readonly string[]): string {
  const [written = ''] = words;
  const names = all.map(({ name }) => name);
  if (written.startsWith('-')) {
    const meant = suggest(written.replace(/^-+/, ''), ['version', 'help']);
    if (meant !== undefined) return `There is no option ${printable(written)}. Did you mean --${meant}?`;
    const [, option = ''] = /^-+([^=]*)/.exec(written) ?? [];
    const command =
      words.find((word) => names.includes(word)) ??
      (all.find(({ options }) => Object.hasOwn(options, option)) ?? all[0])?.name;
    return `The command comes first, then its options: npx cloud-resume ${command} ${printable(written)}.`;
  }
  const known = all.find(({ otherNames }) => otherNames.includes(written))?.name;
  if (known === undefined && scripts.includes(written))
    return `"${printable(written)}" is a script of this folder's package.json, not a command: npm run ${printable(written)}.`;
  const meant = known ?? suggest(written, ['help', ...names]);
  const remedy = meant ? `Did you mean "${meant}"?` : `The commands are ${names.join(', ')}; --help explains them.`;
  return `There is no command "${printable(written)}". ${remedy}`;
}

/** What `npm run` knows in a folder; nothing where that cannot be told. */
async function listScripts(root: string): Promise<readonly string[]> {
  const text = await readSettingsFile(join(root, 'package.json')).catch(() => '');
  const { scripts } = (parseJson(text) ?? {}) as { readonly scripts?: object | null };
  return Object.keys(scripts ?? {});
}
