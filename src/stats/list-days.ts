const DAY_MS = 86_400_000;

/** Lists so many UTC days, oldest first, up to the one of `now`: `2026-05-19`, `2026-05-20`. */
export function listDays(now: Date, count: number): readonly string[] {
  const last = Math.floor(now.getTime() / DAY_MS);
  return Array.from({ length: count }, (_, at) =>
    new Date((last - count + 1 + at) * DAY_MS).toISOString().slice(0, 10),
  );
}
