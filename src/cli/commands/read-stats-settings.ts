import type { Input } from '../command.ts';
import { UserError } from '../user-error.ts';

/** What a person wants to see, or to carry over. */
export type StatsSettings = {
  readonly place:
    | { readonly kind: 'local' }
    | { readonly kind: 'demo' }
    | { readonly kind: 'environment'; readonly named: string | undefined };
  readonly days: number;
  readonly format: 'text' | 'csv' | 'json' | 'page';
  /** How many visits to carry over; undefined when a report is wanted. */
  readonly startAt: number | undefined;
};

const MOST_DAYS = 3660;
// Ten times that still has a total that is exact.
const MOST_VISITS = 900_000_000_000_000;

/** Reads what is wanted from the options, or says what is wrong with them. */
export function readStatsSettings({ options, operands }: Input): StatsSettings {
  const imports = operands[0] === 'import';
  const named = operands[imports ? 1 : 0];
  const wishes = [named, ...['local', 'demo'].filter((name) => options.has(name)).map((name) => `--${name}`)].filter(
    (wish) => wish !== undefined,
  );
  if (wishes.length > 1) throw new UserError(`Choose one of ${wishes.join(' and ')}.`, 2);
  if (!imports && operands.length > 1)
    throw new UserError(`"${operands[1]}" is too much: stats shows one environment.`, 2);

  const writtenDays = options.get('days') ?? '30';
  const days = Number(writtenDays);
  if (!/^\d{1,4}$/.test(writtenDays) || days < 1 || days > MOST_DAYS) {
    throw new UserError(`--days cannot be "${writtenDays}"; it is a number from 1 to ${MOST_DAYS}.`, 2);
  }
  const isPage = options.has('open') || options.has('no-open');
  const format = options.get('format') ?? 'text';
  if (isPage && options.has('format')) throw new UserError(`--open makes a page: leave out --format ${format}.`, 2);

  const writtenStart = options.get('start-at');
  if (imports && options.has('demo')) throw new UserError('Nothing can be carried over into simulated visits.', 2);
  if (imports && writtenStart === undefined) {
    throw new UserError('Say how many visits to carry over: --start-at 2000.', 2);
  }
  if (!imports && writtenStart !== undefined) {
    throw new UserError(
      `--start-at carries visits over: write import first, as in stats import dev --start-at ${writtenStart}.`,
      2,
    );
  }
  const startAt = writtenStart === undefined ? undefined : Number(writtenStart);
  if (startAt !== undefined && !(/^\d+$/.test(writtenStart ?? '') && startAt >= 1 && startAt <= MOST_VISITS)) {
    throw new UserError(`--start-at cannot be "${writtenStart}"; it is a number of visits, such as 2000.`, 2);
  }
  const kind = options.has('local') ? 'local' : 'demo';
  return {
    place: wishes.length === 0 || named !== undefined ? { kind: 'environment', named } : { kind },
    days,
    format: isPage ? 'page' : (format as 'text' | 'csv' | 'json'),
    startAt,
  };
}
