/** Bytes that the referrers, and with them the countries, may take in the item of a day, to keep it below a kilobyte. */
const maxBytes: Readonly<Record<string, number>> = { 'r#': 300, 'c#': 460 };

/**
 * Caps counters into what room is left in the item of a day, whose names are given: a new referrer or country beyond it becomes
 * `r#*` or `c#*`, so that nobody can make the item grow.
 */
export function capCounters(counters: readonly string[], names: readonly string[]): readonly string[] {
  // With three bytes for the number of each.
  const taken = names.filter((name) => /^[rc]#/.test(name)).join('123').length;
  return counters.map((counter) => {
    const kind = counter.slice(0, 2);
    const room = maxBytes[kind];
    return room && taken + counter.length > room && !names.includes(counter) ? `${kind}*` : counter;
  });
}
