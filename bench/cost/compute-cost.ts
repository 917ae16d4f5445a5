import { prices } from '#plans';

type Visit = {
  /** Write units of DynamoDB. */
  readonly writes: number;
  /** Read units of DynamoDB. Default: none. */
  readonly reads?: number;
  /** How long the function runs, in milliseconds. Default: 12, most of it waiting. */
  readonly milliseconds?: number;
  /** The memory of the function, in gigabytes. Default: a quarter. */
  readonly gigabytes?: number;
};

/** Computes what a million such visits cost, in US dollars: list prices, without what is free. */
export function computeCost({ writes, reads = 0, milliseconds = 12, gigabytes = 0.25 }: Visit): number {
  const { apiCalls, functionCalls, functionGigabyteSeconds, tableWrites, tableReads } = prices;
  const run = (1_000_000 * milliseconds * gigabytes * functionGigabyteSeconds.price) / 1000;
  return apiCalls.price + functionCalls.price + run + writes * tableWrites.price + reads * tableReads.price;
}
