/** What is imported or exported between braces, types aside. */
export function listNames(braces: string): readonly string[] {
  return braces
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}
