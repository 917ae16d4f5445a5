import { parseArgs } from 'node:util';
import { type Command, commonOptions, type Input } from './command.ts';
import { suggest } from './suggest.ts';
import { UserError } from './user-error.ts';

/** Reads what stands after a command's name, or says what is wrong with it and what to write. */
export function readArguments(args: readonly string[], command: Command): Input {
  const fail = (text: string): never => {
    throw new UserError(`${text}\nnpx cloud-resume ${command.name} --help says more.`, 2);
  };
  const known = { ...command.options, ...commonOptions };
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(known).map(([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' }]),
    ),
    // Its own errors speak to programmers.
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  const options = new Map<string, string>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName, value, inlineValue } = token;
    const name = token.name === 'h' && rawName === '-h' ? 'help' : token.name;
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!option) return fail(explainUnknown(rawName, name, Object.keys(known)));
    if (option.value === undefined) {
      if (value !== undefined) fail(`${rawName} takes no value; write just ${rawName}.`);
    } else if (value === undefined || value === '' || (value.startsWith('-') && !inlineValue)) {
      fail(`${rawName} needs a value: ${rawName} ${option.choices?.join('|') ?? option.value}.`);
    } else if (option.choices && !option.choices.includes(value)) {
      fail(`${rawName} cannot be "${value}"; it is one of ${option.choices.join(', ')}.`);
    }
    options.set(name, value ?? '');
  }

  const surplus = operands[command.operands.length];
  if (surplus === undefined || options.has('help')) return { options, operands };
  const takes =
    command.operands.length === 0
      ? 'takes options alone'
      : `takes ${command.operands.length === 1 ? 'one' : 'no more than'} ${command.operands.join(' ').replaceAll(/[[\]]/g, '')}`;
  return fail(`"${surplus}" is too much: ${command.name} ${takes}.`);
}

function explainUnknown(rawName: string, name: string, known: readonly string[]): string {
  const meant = suggest(name, known);
  const remedy = meant ? `Did you mean --${meant}?` : `It knows ${known.map((one) => `--${one}`).join(', ')}.`;
  return `There is no option ${rawName}. ${remedy}`;
}
