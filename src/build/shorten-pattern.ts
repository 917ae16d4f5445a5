/**
 * Shortens a pattern that is only tested: branches that begin or end alike share what they have in common. What it matches stays the
 * same.
 */
export function shortenPattern({ source, flags }: RegExp): RegExp {
  const branches = splitBranches(source);
  const isStart = (branch: string) => branch.startsWith('^');
  const starts = branches.filter(isStart).map((branch) => branch.slice(1));
  const others = branches.filter((branch) => !isStart(branch));
  const shared = starts.length > 0 ? [`^(${shareEnds(starts).join('|')})`] : [];
  return new RegExp([...shareEnds(others), ...shared].join('|'), flags);
}

function shareEnds(branches: readonly string[]): readonly string[] {
  let left = branches;
  const shared = ['\\/', '\\b'].flatMap((end) => {
    // A backslash before the end would be escaped by it.
    const isAlike = (branch: string) => branch.endsWith(end) && !branch.endsWith(`\\${end}`);
    const alike = left.filter(isAlike).map((branch) => branch.slice(0, -end.length));
    left = left.filter((branch) => !isAlike(branch));
    return alike.length > 0 ? [`(${shareStarts(alike).join('|')})${end}`] : [];
  });
  return [...shareStarts(left), ...shared];
}

/** Groups branches by the letter that they begin with, where that is shorter. */
function shareStarts(branches: readonly string[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const branch of branches) {
    // A letter before a sign of repetition belongs to that.
    const [key = branch] = /^[\w -](?![?*+{])/.exec(branch) ?? [];
    groups.set(key, [...(groups.get(key) ?? []), branch]);
  }
  return [...groups].flatMap(([key, alike]) => {
    if (alike.length === 1) return alike;
    const shared = `${key}(${shareStarts(alike.map((branch) => branch.slice(1))).join('|')})`;
    return shared.length < alike.join('|').length ? [shared] : alike;
  });
}

/** Splits a pattern at the bars that stand in no group and no class; nobody asks what a group matched. */
function splitBranches(source: string): readonly string[] {
  const branches: string[] = [''];
  let depth = 0;
  let isInClass = false;
  for (const [token] of source.matchAll(/\\.|\(\?:|[^\\]/gs)) {
    if (token === '[') isInClass = true;
    else if (token === ']') isInClass = false;
    else if (!isInClass && token.startsWith('(')) depth += 1;
    else if (!isInClass && token === ')') depth -= 1;
    if (token === '|' && depth === 0 && !isInClass) branches.push('');
    else branches[branches.length - 1] += isInClass ? token.replace(/\\([().*+?])/, '$1') : token.replace('(?:', '(');
  }
  return branches;
}
