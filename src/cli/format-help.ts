import { type Command, commonOptions, type Option } from './command.ts';

const exitCodes = `Exit codes
  0  all is well
  1  the résumé has mistakes, or doctor found something
  2  the command was not understood
  3  something failed`;

/** The help for all of it. */
export function formatOverview(commands: readonly Command[]): string {
  const rows = commands.map((command) => [formatUsage(command), command.summary] as const);
  return `cloud-resume makes a site of your résumé, with a visitor counter, on your own AWS account.

Commands
${formatRows(rows)}

  npx cloud-resume COMMAND --help  says more about one.
  npx cloud-resume --version       names the version.

${exitCodes}`;
}

/** The help for one command. */
export function formatHelp(command: Command): string {
  const options = Object.entries({ ...command.options, ...commonOptions });
  return `npx cloud-resume ${formatUsage(command)}${options.length > 0 ? ' [OPTIONS]' : ''}

${command.details}

Options
${formatRows(options.map(([name, option]) => [formatOption(name, option), option.help] as const))}

${exitCodes}`;
}

function formatUsage({ name, operands }: Command): string {
  return [name, ...operands].join(' ');
}

function formatOption(name: string, { value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function formatRows(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
