import type { Action, UnitPlan } from './read-plan.ts';

/** How many resources a plan adds, changes and destroys; one that is replaced is added and destroyed. */
export type Count = { readonly add: number; readonly change: number; readonly destroy: number };

export function countChanges({ changes }: Pick<UnitPlan, 'changes'>): Count {
  const count = (...actions: readonly Action[]) => changes.filter(({ action }) => actions.includes(action)).length;
  return {
    add: count('create', 'replace'),
    change: count('update', 'move', 'forget'),
    destroy: count('destroy', 'replace'),
  };
}
