import { createHash } from 'node:crypto';
import { type Difference, listDifferences, type TofuChange } from './list-differences.ts';

export type TofuResourceChange = {
  readonly address: string;
  /** Of what `create_before_destroy` has replaced and could not destroy, its key: what has the address now is another. */
  readonly deposed?: string;
  readonly previous_address?: string;
  readonly change: TofuChange;
};

/** OpenTofu's JSON plan, as `tofu show -json` and Terragrunt's `--json-out-dir` write it. */
export type TofuPlan = {
  readonly variables?: Readonly<Record<string, { readonly value?: unknown }>>;
  readonly resource_changes?: readonly TofuResourceChange[];
  readonly resource_drift?: readonly TofuResourceChange[];
  readonly output_changes?: Readonly<Record<string, TofuChange>>;
};

export type Action = 'create' | 'update' | 'replace' | 'destroy' | 'move' | 'forget';

/** What a plan wants of one resource. */
export type Change = {
  readonly address: string;
  readonly action: Action;
  /** What becomes of its values; none when it is destroyed. */
  readonly differences: readonly Difference[];
  /** The same change has the same one, on every machine and at any time. SHA-256, in hexadecimal. */
  readonly digest: string;
};

/** What a plan wants of one unit. */
export type UnitPlan = {
  readonly unit: string;
  /** By address. */
  readonly changes: readonly Change[];
  /** The same changes have the same one; that of no changes is constant. SHA-256, in hexadecimal. */
  readonly digest: string;
  /** What someone else changed since the last apply, by address. */
  readonly drift: readonly Change[];
  /** Whether units that depend on this one may see other values afterwards. */
  readonly changesOutputs: boolean;
  /** Where a stand-in for another unit's output was used, because that unit has none yet: variables, and addresses. */
  readonly mocks: readonly string[];
  /** The module's variables with their values. They may hold secrets. */
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Reads the JSON plan of a unit. What changes nothing, such as reading data, is left out. */
export function readPlan(unit: string, plan: TofuPlan): UnitPlan {
  const changes = readChanges(plan.resource_changes);
  const outputs = Object.values(plan.output_changes ?? {});
  const variables = Object.fromEntries(
    Object.entries(plan.variables ?? {}).map(([name, { value }]) => [name, value] as const),
  );
  const planned = (plan.resource_changes ?? [])
    .filter(({ change }) => nameAction(change.actions) !== undefined)
    .map(({ address, change }) => [address, change.after] as const);
  return {
    unit,
    changes,
    digest: hash(changes.map(({ digest }) => digest)),
    drift: readChanges(plan.resource_drift),
    changesOutputs: outputs.some(({ actions }) => actions.some((action) => action !== 'no-op')),
    mocks: [...Object.entries(variables), ...planned].filter(([, value]) => hasMock(value)).map(([name]) => name),
    variables,
  };
}

function readChanges(all: readonly TofuResourceChange[] = []): readonly Change[] {
  return all
    .flatMap((one): readonly Change[] => {
      const { deposed, previous_address: previous, change } = one;
      const address = deposed === undefined ? one.address : `${one.address} (deposed object ${deposed})`;
      const action = nameAction(change.actions) ?? (previous === undefined ? undefined : 'move');
      if (action === undefined) return [];
      const moved = previous === undefined ? [] : [{ path: '(address)', before: previous, after: address }];
      const differences = [...moved, ...(action === 'destroy' ? [] : listDifferences(change))];
      return [{ address, action, differences, digest: hash([address, change.actions, differences]) }];
    })
    .sort((one, other) => (one.address < other.address ? -1 : 1));
}

function nameAction(actions: readonly string[]): Action | undefined {
  switch (actions.join('+')) {
    case 'no-op':
    case 'read':
      return undefined;
    case 'create':
      return 'create';
    case 'update':
      return 'update';
    case 'delete':
      return 'destroy';
    case 'forget':
      return 'forget';
    default:
      return 'replace';
  }
}

// Every stand-in is marked with this, in infrastructure/units.
function hasMock(value: unknown): boolean {
  return /\bmock-/.test(JSON.stringify(value) ?? '');
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

type Count = { readonly add: number; readonly change: number; readonly destroy: number };

/** How many resources a plan adds, changes and destroys; one that is replaced is added and destroyed. */
export function countChanges({ changes }: Pick<UnitPlan, 'changes'>): Count {
  const count = (...actions: readonly Action[]) => changes.filter(({ action }) => actions.includes(action)).length;
  return {
    add: count('create', 'replace'),
    change: count('update', 'move', 'forget'),
    destroy: count('destroy', 'replace'),
  };
}
