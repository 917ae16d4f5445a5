// What is longer is no slip of a name.
const maxLength = 80;
const far = 3;
const never = 99;

/**
 * Counts the letters to insert, delete, replace or swap with their neighbor; what is more than three is just "far", as is any
 * distance in a text of more than 80. Looks at no more than the seven places of each row where three are not passed, so that
 * thousands of names are compared in no time.
 */
export function measureDistance(one: string, two: string): number {
  if (Math.abs(one.length - two.length) > 2 || one.length > maxLength) return Number.POSITIVE_INFINITY;
  // The diagonal of each row, three places before and behind it, and one at each end that is never taken.
  let before: number[] = [];
  let row = [never, never, never, never, 0, 1, 2, 3, never];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [never, never, never, never, never, never, never, never, never];
    for (let place = 1; place <= 2 * far + 1; place += 1) {
      const j = i + place - far - 1;
      // Before the first letter there is none, which is like no other.
      const isSame = one.charCodeAt(i - 1) === two.charCodeAt(j - 1);
      const isSwapped =
        one.charCodeAt(i - 1) === two.charCodeAt(j - 2) && one.charCodeAt(i - 2) === two.charCodeAt(j - 1);
      next[place] = Math.min(
        at(row, place) + (isSame ? 0 : 1),
        at(row, place + 1) + 1,
        at(next, place - 1) + 1,
        isSwapped ? at(before, place) + 1 : never,
      );
    }
    if (Math.min(...next) > far) return Number.POSITIVE_INFINITY;
    [before, row] = [row, next];
  }
  return at(row, two.length - one.length + far + 1);
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? never;
}

type Near<Item> = { readonly item: Item; readonly distance: number };

/**
 * Lists what was probably meant by `written`: of `all` those whose name is at most `maxDistance` letters off, the nearest first.
 * Of equally near ones the earlier comes first.
 */
export function listNear<Item>(
  written: string,
  all: Iterable<Item>,
  readName: (item: Item) => string,
  maxDistance: number,
): readonly Near<Item>[] {
  return [...all]
    .map((item) => ({ item, distance: measureDistance(readName(item), written) }))
    .filter(({ distance }) => distance <= maxDistance)
    .sort((one, two) => one.distance - two.distance);
}
