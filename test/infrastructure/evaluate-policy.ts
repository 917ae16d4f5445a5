type Value = string | readonly string[];

export type Statement = {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: Value;
  readonly Resource: Value;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Value>>>>;
};

/** What a call asks for: an action on a resource, and what AWS knows of both. */
export type Call = {
  readonly action: string;
  readonly on: string;
  /** Keys of conditions; a list where a key has several values. */
  readonly context?: Readonly<Record<string, Value>>;
};

/** Whether a role's policy lets a call through, as IAM decides it: something allows it, and nothing denies it. */
export function isAllowed(statements: readonly Statement[], call: Call): boolean {
  const matching = statements.filter(
    ({ Action, Resource, Condition = {} }) =>
      list(Action).some((pattern) => matches(pattern, call.action, 'i')) &&
      list(Resource).some((pattern) => matches(pattern, call.on)) &&
      Object.entries(Condition).every(([operator, keys]) =>
        Object.entries(keys).every((pair) => holds(operator, pair, call)),
      ),
  );
  return matching.some(({ Effect }) => Effect === 'Allow') && !matching.some(({ Effect }) => Effect === 'Deny');
}

function holds(operator: string, [key, wanted]: readonly [string, Value], { context = {} }: Call): boolean {
  const found = context[key];
  const isEqual = (value: string) => list(wanted).includes(value);
  switch (operator) {
    case 'Null':
      return (found === undefined) === isEqual('true');
    case 'StringEquals':
      return found !== undefined && list(found).some(isEqual);
    case 'StringEqualsIfExists':
      return found === undefined || list(found).some(isEqual);
    case 'StringNotEquals':
      return found === undefined || !list(found).some(isEqual);
    case 'ForAllValues:StringEquals':
      return list(found ?? []).every(isEqual);
    case 'ForAllValues:StringLike':
      return list(found ?? []).every((value) => list(wanted).some((pattern) => matches(pattern, value)));
    default:
      throw new Error(`The replay does not know the condition ${operator}: teach it in evaluate-policy.ts.`);
  }
}

function matches(pattern: string, text: string, flags = ''): boolean {
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, (sign) => ({ '*': '.*', '?': '.' })[sign] ?? `\\${sign}`);
  return new RegExp(`^${source}$`, `s${flags}`).test(text);
}

function list(value: Value): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
