import { type Command, commonOptions, type Option } from './define-command.ts';

const exitCodes = `Exit codes
  0  all is well
  1  the résumé has mistakes or is missing, or doctor or drift found something
  2  the command was not understood: a word, an option or an argument is wrong or missing
  3  something failed, is missing, or was answered with no; nothing more was done`;

/** The help for all of it. */
export function formatOverview(commands: readonly Command[]): string {
  const rows = (audience: Command['audience']) =>
    commands
      .filter((command) => command.audience === audience)
      .map((command) => [formatUsage(command), command.summary] as const);
  const people = rows('people');
  const pipeline = rows('pipeline');
  const width = measureLeft([...people, ...pipeline]);
  return `cloud-resume makes a site of your résumé, with a visitor counter, on your own AWS account.

Commands
${formatRows(people, width)}

Commands of the pipeline (.github/workflows/pipeline.yaml)
${formatRows(pipeline, width)}

  npx cloud-resume COMMAND --help  says more about one.
  npx cloud-resume --version       names the version.

${exitCodes}`;
}

/** The help for one command. */
export function formatHelp(command: Command): string {
  const options = Object.entries<Option>({ ...command.options, ...commonOptions });
  return `npx cloud-resume ${formatUsage(command)} [OPTIONS]

${command.details
  .split('\n\n')
  .map((text) => wrap(text, maxColumns).join('\n'))
  .join('\n\n')}

Options
${formatRows(options.map(([name, option]) => [formatOption(name, option), option.help] as const))}

${exitCodes}`;
}

function formatUsage({ name, operands }: Command): string {
  return [name, ...operands].join(' ');
}

function formatOption(name: string, { value, short }: Option): string {
  const names = short === undefined ? `--${name}` : `-${short}, --${name}`;
  return value === undefined ? names : `${names} ${value}`;
}

type Row = readonly [left: string, right: string];

function formatRows(rows: readonly Row[], width = measureLeft(rows)): string {
  const indent = ' '.repeat(width + 4);
  return rows
    .map(([left, right]) => `  ${left.padEnd(width)}  ${wrap(right, maxColumns - width - 4).join(`\n${indent}`)}`)
    .join('\n');
}

const maxColumns = 110;

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
