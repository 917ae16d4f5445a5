import { matchPattern } from './match-pattern.ts';

export type PolicyRequest = {
  /** Such as `s3:GetObject`. */
  readonly action: string;
  /** The ARN of what it is done to. */
  readonly resource: string;
  /** The AWS service that asks; nothing when it does not show who it is. */
  readonly service: string | undefined;
  /** What conditions may ask for, by lower-case key: `aws:sourcearn`, `aws:securetransport`. */
  readonly context: Readonly<Record<string, string>>;
};

type Listed<Value> = Value | readonly Value[];
type Statement = {
  readonly Effect?: string;
  readonly Principal?: '*' | Readonly<Record<string, Listed<string>>>;
  readonly Action?: Listed<string>;
  readonly Resource?: Listed<string>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Listed<string>>>>>;
};

const known = new Set(['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition']);

/**
 * Whether a resource's policy, as JSON, allows a request: a statement must allow it, and none may deny it. What this does not
 * know counts against the request: it never makes an Allow match and always makes a Deny match.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluatePolicy(policy: string, request: PolicyRequest): boolean {
  const statements = list<Statement>(JSON.parse(policy).Statement);
  const matches = (statement: Statement, unknown: boolean) => {
    const isKnown = Object.keys(statement).every((key) => known.has(key));
    return isKnown ? matchStatement(statement, request, unknown) : unknown;
  };
  const isAllowed = statements.some((statement) => statement.Effect === 'Allow' && matches(statement, false));
  return isAllowed && !statements.some((statement) => statement.Effect !== 'Allow' && matches(statement, true));
}

function matchStatement(statement: Statement, { action, resource, service, context }: PolicyRequest, unknown: boolean) {
  const { Principal: principal, Action: actions, Resource: resources, Condition: conditions = {} } = statement;
  return (
    matchPrincipal(principal, service) &&
    list(actions).some((one) => matchPattern(one.toLowerCase(), action.toLowerCase())) &&
    list(resources).some((one) => matchPattern(one, resource)) &&
    Object.entries(conditions).every(([operator, pairs]) =>
      Object.entries(pairs).every(([key, values]) =>
        matchCondition(operator.toLowerCase(), context[key.toLowerCase()], list(values).map(String), unknown),
      ),
    )
  );
}

function matchPrincipal(principal: Statement['Principal'], service: string | undefined): boolean {
  if (principal === '*') return true;
  if (typeof principal !== 'object') return false;
  return list(principal.AWS).includes('*') || (service !== undefined && list(principal.Service).includes(service));
}

type Operator = { readonly compare: (wanted: string, found: string) => boolean; readonly isNegated?: true };

const equal = (wanted: string, found: string) => wanted === found;
const equalInAnyCase = (wanted: string, found: string) => equal(wanted.toLowerCase(), found.toLowerCase());
const operators: Readonly<Record<string, Operator>> = {
  stringequals: { compare: equal },
  stringnotequals: { compare: equal, isNegated: true },
  stringequalsignorecase: { compare: equalInAnyCase },
  stringlike: { compare: matchPattern },
  stringnotlike: { compare: matchPattern, isNegated: true },
  arnequals: { compare: matchPattern },
  arnnotequals: { compare: matchPattern, isNegated: true },
  arnlike: { compare: matchPattern },
  arnnotlike: { compare: matchPattern, isNegated: true },
  bool: { compare: equalInAnyCase },
};

function matchCondition(name: string, found: string | undefined, values: readonly string[], unknown: boolean): boolean {
  const operator = operators[name.replace(/ifexists$/, '')];
  if (!operator) return unknown;
  const { compare, isNegated = false } = operator;
  if (found === undefined) return isNegated || name.endsWith('ifexists');
  return values.some((wanted) => compare(wanted, found)) !== isNegated;
}

function list<Value>(value: Listed<Value> | undefined): readonly Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as Value];
}
