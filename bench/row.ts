import { type Summary, summarize } from './summarize.ts';

/** One line of the table: a number of ours beside the same number of something else. */
export type Row = {
  readonly what: string;
  /** Empty for what is counted. */
  readonly unit: 'ms' | 'µs' | 'bytes' | 'per s' | 'USD' | '';
  readonly ours: Summary;
  readonly theirs: Summary;
  /** What ours is meant to be at most. Default: nothing is meant. */
  readonly atMost?: number;
};

/** One measurement's part of the table. */
export type Section = {
  /** What was measured, and beside what. */
  readonly title: string;
  readonly rows: readonly Row[];
  /** What has to be known to read the numbers. */
  readonly notes: readonly string[];
};

/** Says that something more was done, so that whoever waits sees it. */
export type Tick = () => void;

/** Creates a row of one exact number on each side. */
export function createExactRow(what: string, unit: Row['unit'], ours: number, theirs: number): Row {
  return { what, unit, ours: summarize([ours]), theirs: summarize([theirs]) };
}
