import { parseArgs } from 'node:util';
import { type Command, commonOptions, type Input, type Options, type OptionValues } from './define-command.ts';
import { printable } from './printable.ts';
import { refuseKept } from './refuse-kept.ts';
import type { Shell } from './shell.ts';
import { suggest } from './suggest.ts';
import { UserError } from './user-error.ts';

/** Reads what stands after a command's name, `--help` included; throws a `UserError` that says what to write instead. */
export function readArguments<Known extends Options>(
  args: readonly string[],
  command: Command<Known>,
  env: Shell['env'] = {},
): Input<Known & typeof commonOptions> {
  const fail = (text: string): never => {
    throw new UserError(`${text}\nnpx cloud-resume ${command.name} --help says more.`, 2);
  };
  const known: Options = { ...command.options, ...commonOptions };
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(known).map(([name, { value, short }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) },
      ]),
    ),
    // Its own errors speak to programmers.
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  const options: Record<string, string | true> = {};
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName, value, inlineValue } = token;
    // A name of several letters behind one dash would be read as the options of these letters.
    const [, long = ''] = /^-(\w[\w-]+)/.exec(args[token.index] ?? '') ?? [];
    if (Object.hasOwn(known, long)) fail(`There is no option -${long}. Did you mean --${long}?`);
    const name = token.name === 'h' && rawName === '-h' ? 'help' : token.name;
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!option) return fail(explainUnknown(rawName, name, Object.keys(known)));
    if (option.value === undefined) {
      if (value !== undefined) fail(`${rawName} takes no value; write just ${rawName}.`);
    } else if (value === undefined || value === '' || (value.startsWith('-') && !inlineValue)) {
      fail(`${rawName} needs a value: ${rawName} ${option.choices?.join('|') ?? option.value}.`);
    } else if (option.choices && !option.choices.includes(value.toLowerCase())) {
      fail(`${rawName} cannot be "${printable(value)}"; it is one of ${option.choices.join(', ')}.`);
    }
    // A4 is how most people write it.
    options[name] = (option.choices ? value?.toLowerCase() : value) ?? true;
  }

  if (!options.help) refuseKept(command, options, env);
  if (operands.includes('')) fail(`An argument is empty: ${command.name} ${explainOperands(command.operands)}.`);
  const surplus = operands[command.operands.length];
  if (surplus === undefined || options.help)
    return { options: options as OptionValues<Known & typeof commonOptions>, operands };
  return fail(`Unexpected argument "${printable(surplus)}": ${command.name} ${explainOperands(command.operands)}.`);
}

function explainOperands(operands: readonly string[]): string {
  if (operands.length === 0) return 'takes no arguments, only options';
  const names = operands.map((operand) => operand.replaceAll(/[[\]]/g, ''));
  return `takes ${names.length === 1 ? 'one argument' : `${names.length} arguments`}, ${names.join(' and ')}`;
}

function explainUnknown(rawName: string, name: string, known: readonly string[]): string {
  const meant = suggest(name, known);
  const remedy = meant ? `Did you mean --${meant}?` : `Options: ${known.map((one) => `--${one}`).join(', ')}.`;
  return `There is no option ${printable(rawName)}. ${remedy}`;
}
