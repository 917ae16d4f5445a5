/** Where a text has one of several others, in UTF-16 units, and the number of that. */
type Match = { readonly index: number; readonly start: number; readonly end: number };

/**
 * Creates what finds texts in another in one pass, however many they are and however they repeat themselves. Of those
 * that end at one place it is the longest, of equal ones the first, and matches that share more than one unit are one.
 * Source: Aho and Corasick, "Efficient string matching", 1975
 */
export function createMatcher(patterns: readonly string[]): (text: string) => readonly Match[] {
  // A node is what some of them begin with: 0 is nothing yet, and most have no more than one child.
  const most = patterns.reduce((sum, { length }) => sum + length, 1);
  const codes = new Uint16Array(most);
  const children = new Uint32Array(most);
  const others = new Map<number, Map<number, number>>();
  /** The longest end of each node that another node is. */
  const ends = new Uint32Array(most);
  /** One more than the number of the longest pattern that a node ends with. */
  const found = new Uint32Array(most);
  let count = 1;

  const findChild = (node: number, code: number): number =>
    codes[node] === code && children[node] !== 0 ? (children[node] ?? 0) : (others.get(node)?.get(code) ?? 0);

  function follow(from: number, code: number): number {
    let node = from;
    let child = findChild(node, code);
    while (child === 0 && node !== 0) {
      node = ends[node] ?? 0;
      child = findChild(node, code);
    }
    return child;
  }

  function addChild(node: number, code: number): number {
    const child = count;
    count += 1;
    if (node !== 0) ends[child] = follow(ends[node] ?? 0, code);
    found[child] = found[ends[child] ?? 0] ?? 0;
    if (children[node] === 0) [codes[node], children[node]] = [code, child];
    else others.set(node, (others.get(node) ?? new Map()).set(code, child));
    return child;
  }

  // All of one length before any that is longer: what a node ends with is there when it is made.
  const nodes = new Uint32Array(patterns.length);
  let left = [...patterns.entries()];
  for (let length = 0; left.length > 0; length += 1) {
    left = left.filter(([, pattern]) => pattern.length > length);
    for (const [index, pattern] of left) {
      const [node, code] = [nodes[index] ?? 0, pattern.charCodeAt(length)];
      const child = findChild(node, code) || addChild(node, code);
      nodes[index] = child;
      if (pattern.length === length + 1 && patterns[(found[child] ?? 0) - 1] !== pattern) found[child] = index + 1;
    }
  }

  return (text) => {
    const matches: Match[] = [];
    let node = 0;
    for (let end = 1; end <= text.length; end += 1) {
      node = follow(node, text.charCodeAt(end - 1));
      if (found[node] === 0) continue;
      let index = (found[node] ?? 1) - 1;
      let start = end - (patterns[index]?.length ?? 0);
      for (let last = matches.at(-1); last && start + 1 < last.end; last = matches.at(-1)) {
        matches.pop();
        index = last.index;
        start = Math.min(start, last.start);
      }
      matches.push({ index, start, end });
    }
    return matches;
  };
}
