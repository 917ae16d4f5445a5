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

/** Groups branches by the sign that they begin with, where it is shorter to write once what all of a group begin with. */
function shareStarts(branches: readonly string[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const branch of branches) {
    const [key = branch] = readSigns(branch);
    groups.set(key, [...(groups.get(key) ?? []), branch]);
  }
  return [...groups.values()].flatMap((alike) => {
    const [first = '', ...others] = alike;
    if (others.length === 0) return alike;
    const signs = others.map(readSigns);
    const own = readSigns(first);
    const end = own.findIndex((sign, at) => signs.some((other) => other[at] !== sign));
    const start = own.slice(0, end === -1 ? own.length : end).join('');
    const shared = `${start}(${shareStarts(alike.map((branch) => branch.slice(start.length))).join('|')})`;
    return shared.length < alike.join('|').length ? [shared] : alike;
  });
}

/** Lists the letters, and what is escaped, that a branch begins with; one before a sign of repetition belongs to that. */
function readSigns(branch: string): readonly string[] {
  return branch.match(/(?:\\.|[\w -])(?![?*+{])/gy) ?? [];
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
