import { type Command, commonOptions, type Option } from './define-command.ts';

const exitCodes = [
  ['0', 'all is well'],
  ['1', 'the résumé has mistakes or is missing, or doctor, drift or upgrade found something'],
  ['2', 'the command was not understood: a word, an option or an argument is wrong or missing'],
  ['3', 'something failed, is missing, or was answered with no; nothing more was done'],
] as const;

/** The help for all of it, in lines that a terminal of so many columns has room for. */
export function formatOverview(commands: readonly Command[], terminal?: number): string {
  const columns = limitColumns(terminal);
  const rows = (audience: Command['audience']) =>
    commands
      .filter((command) => command.audience === audience)
      .map((command) => [formatUsage(command), command.summary] as const);
  const people = rows('people');
  const pipeline = rows('pipeline');
  const width = measureLeft([...people, ...pipeline]);
  const about = 'cloud-resume makes a site of your résumé, with a visitor counter, on your own AWS account.';
  return `${wrap(about, columns).join('\n')}

Commands
${formatRows(people, columns, width)}

Commands of the pipeline (.github/workflows/pipeline.yaml)
${formatRows(pipeline, columns, width)}

  npx cloud-resume COMMAND --help  says more about one.
  npx cloud-resume --version       names the version.

Exit codes
${formatRows(exitCodes, columns)}`;
}

/** The help for one command, in the same way. */
export function formatHelp(command: Command, terminal?: number): string {
  const columns = limitColumns(terminal);
  const options = Object.entries<Option>({ ...command.options, ...commonOptions });
  return `npx cloud-resume ${formatUsage(command)} [OPTIONS]

${command.details
  .split('\n\n')
  .map((text) => wrap(text, columns).join('\n'))
  .join('\n\n')}

Options
${formatRows(
  options.map(([name, option]) => [formatOption(name, option), option.help] as const),
  columns,
)}

Exit codes
${formatRows(exitCodes, columns)}`;
}

function formatUsage({ name, operands }: Command): string {
  return [name, ...operands].join(' ');
}

function formatOption(name: string, { value, short }: Option): string {
  const names = short === undefined ? `--${name}` : `-${short}, --${name}`;
  return value === undefined ? names : `${names} ${value}`;
}

type Row = readonly [left: string, right: string];

function formatRows(rows: readonly Row[], columns: number, width = measureLeft(rows)): string {
  const indent = ' '.repeat(width + 4);
  return rows
    .map(([left, right]) => `  ${left.padEnd(width)}  ${wrap(right, columns - width - 4).join(`\n${indent}`)}`)
    .join('\n');
}

/** Longer lines are hard to read, and on a telephone two columns are of no use any more. */
function limitColumns(terminal = 110): number {
  return Math.min(110, Math.max(60, terminal));
}

function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function measureLeft(rows: readonly Row[]): number {
  return Math.max(...rows.map(([left]) => left.length));
}
