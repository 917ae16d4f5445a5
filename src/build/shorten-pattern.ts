/**
 * Shortens a pattern that is only tested: the branches that begin with `^` share one, and so do those that end with the same `\/`
 * or `\b`. What it matches stays the same.
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
    return alike.length > 0 ? [`(${alike.join('|')})${end}`] : [];
  });
  return [...left, ...shared];
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
    else branches[branches.length - 1] += isInClass ? token : token.replace('(?:', '(');
  }
  return branches;
}
