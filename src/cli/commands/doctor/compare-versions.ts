/** Below 0 when `one` is older than `two`, above 0 when it is newer; nothing when one of them is no version. */
export function compareVersions(one: string, two: string): number | undefined {
  const [these, those] = [one, two].map(readNumbers);
  if (!these || !those) return undefined;
  const differing = these.findIndex((number, index) => number !== those[index]);
  return differing === -1 ? 0 : (these[differing] ?? 0) - (those[differing] ?? 0);
}

function readNumbers(version: string): readonly number[] | undefined {
  const [, ...numbers] = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  return numbers.length === 3 ? numbers.map(Number) : undefined;
}
