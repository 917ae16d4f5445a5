const LONGEST = 80;

/**
 * Cleans a name that came from outside: whatever a terminal or a page would not just show, such as control characters and marks
 * of direction, becomes U+FFFD, and what is longer than 80 characters is cut.
 */
export function cleanName(name: string): string {
  const clean = name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean;
}
