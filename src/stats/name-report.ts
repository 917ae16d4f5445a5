import type { Source } from './report.ts';

/** What a report is called. */
export function nameReport({ name, isSimulated }: Source): string {
  return isSimulated ? 'Simulated visits' : `Visits to ${name}`;
}
