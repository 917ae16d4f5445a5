const dayMs = 86_400_000;

/** Lists so many UTC days, oldest first, up to the one of `now`: `2026-05-19`, `2026-05-20`. */
export function listDays(now: Date, count: number): readonly string[] {
  const last = Math.floor(now.getTime() / dayMs);
  return Array.from({ length: count }, (_, at) => new Date((last - count + 1 + at) * dayMs).toISOString().slice(0, 10));
}
