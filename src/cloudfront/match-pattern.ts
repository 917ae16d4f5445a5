/** Whether a text matches a pattern, in which `*` stands for any characters and `?` for any one. */
export function matchPattern(pattern: string, text: string): boolean {
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, (sign) => ({ '*': '.*', '?': '.' })[sign] ?? `\\${sign}`);
  return new RegExp(`^${source}$`, 's').test(text);
}
