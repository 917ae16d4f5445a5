import type { Command } from './define-command.ts';
import type { Shell } from './shell.ts';
import { UserError } from './user-error.ts';

// npm has settings of these names itself, and whoever runs npm without a terminal sets the first for all that it does.
const ofNpm = new Set(['yes', 'force', 'email']);

/**
 * Throws a `UserError` where npm kept an option of the command for itself, as it does with all that stand before its `--`: `npm start
 * --port 80` gives the command `80` alone, and nobody would hear of the rest.
 */
export function refuseKept(
  { name, options }: Pick<Command, 'name' | 'options'>,
  written: Readonly<Record<string, unknown>>,
  env: Shell['env'],
): void {
  const { npm_command: called, npm_lifecycle_event: script } = env;
  if (called === undefined) return;
  const kept = Object.entries(options).filter(
    ([option]) => !ofNpm.has(option) && written[option] === undefined && env[nameSetting(option)] !== undefined,
  );
  if (kept.length === 0) return;
  const shown = kept.map(([option]) => `--${option}`).join(' and ');
  const missing = kept.map(([option, { value }]) => `--${option}${value === undefined ? '' : ` ${value}`}`).join(' ');
  const starts: Readonly<Record<string, string>> = {
    init: 'npm create cloud-resume my-resume',
    exec: `npm exec cloud-resume ${name}`,
    start: 'npm start',
    test: 'npm test',
  };
  throw new UserError(
    `npm kept ${shown} for itself. Write -- before all options: ${starts[called] ?? `npm run ${script}`} -- ${missing}.`,
    2,
  );
}

/** Where npm tells its scripts of a setting; `--no-open` sets `open`. */
function nameSetting(option: string): string {
  return `npm_config_${option.replace(/^no-/, '').replaceAll('-', '_')}`;
}
