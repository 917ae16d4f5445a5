/** `12,345`, whatever the machine speaks. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** `30 days`, `1 day`. */
export function formatDays(count: number): string {
  return count === 1 ? '1 day' : `${formatCount(count)} days`;
}

/** `30 visits`, `1 visit`. */
export function formatVisits(count: number): string {
  return count === 1 ? '1 visit' : `${formatCount(count)} visits`;
}
