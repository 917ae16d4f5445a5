/** The word that was meant, if one is near enough: two letters off at most, and less than half of it. */
export function suggest(written: string, words: readonly string[]): string | undefined {
  const near = words
    .map((word) => ({ word, distance: countSlips(written.toLowerCase(), word) }))
    .filter(({ word, distance }) => distance <= 2 && distance < word.length / 2)
    .sort((one, two) => one.distance - two.distance);
  return near[0]?.word;
}

// Letters to insert, delete, replace or swap with their neighbor. The words are few and short.
function countSlips(one: string, two: string): number {
  if (one === '' || two === '') return one.length + two.length;
  if (one[0] === two[0]) return countSlips(one.slice(1), two.slice(1));
  if (Math.abs(one.length - two.length) > 2) return 3;
  const swapped = one[0] === two[1] && one[1] === two[0] ? countSlips(one.slice(2), two.slice(2)) : 3;
  return (
    1 +
    Math.min(
      swapped,
      countSlips(one.slice(1), two),
      countSlips(one, two.slice(1)),
      countSlips(one.slice(1), two.slice(1)),
    )
  );
}
