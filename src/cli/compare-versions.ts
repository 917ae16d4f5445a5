/**
 * Below 0 when `one` is older than `two`, above 0 when it is newer; 0 too when one of them is no version, as mise's `latest` is.
 * What stands behind the three numbers does not count.
 */
export function compareVersions(one: string, two: string): number {
  const [these, those] = [one, two].map((version) => /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number));
  const differences = these?.map((number, index) => number - (those?.[index] ?? number));
  return differences?.find((difference) => difference !== 0) ?? 0;
}
