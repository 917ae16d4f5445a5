/**
 * Bytes that names may take in the item of a day, to keep it below a kilobyte: what referrers leave is for pages too, and what both
 * leave for countries.
 */
const maxBytes: Readonly<Record<string, number>> = { 'r#': 300, 'p#': 400, 'c#': 560 };

/**
 * Caps counters into what room is left in the item of a day, whose names are given: a new referrer, page or country beyond it
 * becomes `r#*`, `p#*` or `c#*`, so that nobody can make the item grow.
 */
export function capCounters(counters: readonly string[], names: readonly string[]): readonly string[] {
  // With three bytes for the number of each.
  const taken = names.filter((name) => name.slice(0, 2) in maxBytes).join('123').length;
  return counters.map((counter) => {
    const kind = counter.slice(0, 2);
    const room = maxBytes[kind];
    return room && taken + counter.length > room && !names.includes(counter) ? `${kind}*` : counter;
  });
}
