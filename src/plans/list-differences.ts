/** What OpenTofu says of one change in its JSON plan, as far as it is read here. */
export type TofuChange = {
  readonly actions: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  /** The shape of `after`, with `true` where a value is known only after it was applied. */
  readonly after_unknown?: unknown;
  /** The shapes of both, with `true` where a value is secret. */
  readonly before_sensitive?: unknown;
  readonly after_sensitive?: unknown;
};

/** One value that a change makes another, as text; without `before` it is new, without `after` it goes. */
export type Difference = { readonly path: string; readonly before?: string; readonly after?: string };

/** What stands for a value that is known only after it was applied. */
export const knownLater = '(known after apply)';
const secret = '(sensitive)';

/**
 * Lists every value that a change makes another, in the order of their paths. Secrets are compared, and never shown. Texts that
 * are JSON, such as policies, are compared value by value.
 */
export function listDifferences(change: TofuChange): readonly Difference[] {
  const { before, after, after_unknown: open, before_sensitive: wasSecret, after_sensitive: isSecret } = change;
  return walk({ before, after, open, isSecret: [wasSecret, isSecret] }, '');
}

type Pair = {
  readonly before: unknown;
  readonly after: unknown;
  readonly open: unknown;
  readonly isSecret: readonly unknown[];
};

function walk(pair: Pair, path: string): readonly Difference[] {
  const { before, after, open, isSecret } = pair;
  const isHidden = isSecret.includes(true);
  if (open === true) return [{ path, ...show('before', before, isHidden), after: knownLater }];
  if (isHidden) {
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    return isSame ? [] : [{ path, ...show('before', before, true), ...show('after', after, true) }];
  }
  const [old, next] = [readJson(before, after), readJson(after, before)];
  if (!isTree(old) && !isTree(next) && !isTree(open)) {
    if (Object.is(old ?? null, next ?? null)) return [];
    return [{ path, ...show('before', old, false), ...show('after', next, false) }];
  }
  const keys = new Set([old, next, open].flatMap((tree) => (isTree(tree) ? Object.keys(tree) : [])));
  const inside = [...keys].sort(byName).flatMap((key) =>
    walk(
      {
        before: isTree(old) ? old[key] : undefined,
        after: isTree(next) ? next[key] : undefined,
        open: isTree(open) ? open[key] : undefined,
        isSecret: isSecret.map((shape) => (isTree(shape) ? shape[key] : undefined)),
      },
      join(path, key, [old, next, open].some(Array.isArray)),
    ),
  );
  // A value in the place of a group of values, or the other way round.
  const plain = [isTree(old) ? undefined : old, isTree(next) ? undefined : next];
  return plain.some((value) => value !== undefined && value !== null)
    ? [{ path, ...show('before', plain[0], false), ...show('after', plain[1], false) }, ...inside]
    : inside;
}

function show(
  name: 'before' | 'after',
  value: unknown,
  isHidden: boolean,
): Partial<Record<'before' | 'after', string>> {
  if (value === undefined || value === null) return {};
  return { [name]: isHidden ? secret : JSON.stringify(value) };
}

// A text is read as JSON only where both are, or else it would be told as something that it is not.
function readJson(value: unknown, other: unknown): unknown {
  const [mine, others] = [value, other].map(parse);
  return mine !== undefined && others !== undefined ? mine : value;
}

function parse(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function join(path: string, key: string, isList: boolean): string {
  if (isList) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

// By code unit, so that every machine has the same order; numbers come first, as numbers.
function byName(one: string, other: string): number {
  const difference = Number(one) - Number(other);
  if (!Number.isNaN(difference)) return difference;
  const isNumber = [one, other].map((name) => !Number.isNaN(Number(name)));
  if (isNumber[0] !== isNumber[1]) return isNumber[0] ? -1 : 1;
  return one < other ? -1 : 1;
}
