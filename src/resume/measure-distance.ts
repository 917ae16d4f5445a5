// What is longer is no slip of a name.
const MAX_LENGTH = 80;
const FAR = 3;
const NEVER = 99;

/**
 * Counts the letters to insert, delete, replace or swap with their neighbor; more than three are infinitely many, as are any in
 * a text of more than 80. Looks at no more than the seven places of each row where three are not passed, so that thousands of
 * names are compared in no time.
 */
export function measureDistance(one: string, two: string): number {
  if (Math.abs(one.length - two.length) > 2 || one.length > MAX_LENGTH) return Number.POSITIVE_INFINITY;
  // The diagonal of each row, three places before and behind it, and one at each end that is never taken.
  let before = [NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER];
  let row = [NEVER, NEVER, NEVER, NEVER, 0, 1, 2, 3, NEVER];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER];
    let isFar = true;
    for (let place = 1; place <= 2 * FAR + 1; place += 1) {
      const j = i + place - FAR - 1;
      if (j < 0 || j > two.length) continue;
      const isSame = j > 0 && one.charCodeAt(i - 1) === two.charCodeAt(j - 1);
      const isSwapped =
        i > 1 &&
        j > 1 &&
        one.charCodeAt(i - 1) === two.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === two.charCodeAt(j - 1);
      const least = Math.min(
        at(row, place) + (isSame ? 0 : 1),
        at(row, place + 1) + 1,
        at(next, place - 1) + 1,
        isSwapped ? at(before, place) + 1 : NEVER,
      );
      next[place] = least;
      if (least <= FAR) isFar = false;
    }
    if (isFar) return Number.POSITIVE_INFINITY;
    [before, row] = [row, next];
  }
  const found = at(row, two.length - one.length + FAR + 1);
  return found > FAR ? Number.POSITIVE_INFINITY : found;
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? NEVER;
}
