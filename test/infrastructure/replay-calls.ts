import { isAllowed, type Statement } from './evaluate-policy.ts';
import { listCalls, type ProviderCall } from './provider-calls.ts';

type Roles = Readonly<Record<string, readonly Statement[]>>;

/** Reads the policies of the roles from what `tofu test -json -verbose` prints. */
export function readRoles(output: string): Roles {
  const plans = output.split('\n').flatMap((line) => {
    if (!line.includes('"type":"test_plan"')) return [];
    const { test_plan: plan } = JSON.parse(line) as {
      readonly test_plan: { readonly resource_changes: readonly Change[] };
    };
    return plan.resource_changes;
  });
  return Object.fromEntries(
    plans
      .filter(({ type }) => type === 'aws_iam_role_policy')
      .map(({ index, change }) => [
        index ?? '',
        (JSON.parse(change.after.policy ?? '{}') as { readonly Statement: readonly Statement[] }).Statement,
      ]),
  );
}

type Change = {
  readonly type: string;
  readonly index?: string;
  readonly change: { readonly after: { readonly policy?: string } };
};

/** Replays every call for two environments; resolves to a sentence for each that is refused and should not be, or the other way. */
export function replayCalls(roles: Roles): readonly string[] {
  const [dev, prod] = ['dev', 'prod'].map(listCalls) as [readonly ProviderCall[], readonly ProviderCall[]];
  const may = (role: string, call: ProviderCall) => isAllowed(roles[role] ?? [], call);
  const say = (role: string, word: string, { action, on }: ProviderCall) => `${role} ${word} ${action} on ${on}`;
  const check = (role: string, calls: readonly ProviderCall[], isRight: boolean) =>
    calls.filter((call) => may(role, call) !== isRight).map((call) => say(role, isRight ? 'may not' : 'may', call));
  const by = (calls: readonly ProviderCall[], ...who: readonly ProviderCall['by'][]) =>
    calls.filter((call) => who.includes(call.by));
  // Another environment's: by its name, or by its tag.
  const closed = (calls: readonly ProviderCall[]) => calls.filter(({ isOpen }) => !isOpen);
  return [
    ...check('plan', [...by(dev, 'read'), ...by(prod, 'read')], true),
    ...check('plan', by(dev, 'write'), false),
    ...check('apply-dev', by(dev, 'read', 'write'), true),
    ...check('apply-prod', by(prod, 'read', 'write'), true),
    ...check('site-dev', by(dev, 'site'), true),
    ...check('apply-dev', closed(by(prod, 'read', 'write')), false),
    ...check('apply-prod', closed(by(dev, 'read', 'write')), false),
    ...check('site-dev', closed(by(prod, 'site')), false),
  ];
}
