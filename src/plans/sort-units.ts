import type { UnitPlan } from './read-plan.ts';

/** A unit of an environment, and the units whose outputs it takes. */
export type Unit = { readonly name: string; readonly dependencies: readonly string[] };

/** Puts the units into layers: all that a unit depends on lies in layers before its own. */
export function sortUnitsIntoLayers(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const layers: Unit[][] = [];
  let left = [...units];
  const names = new Set(units.map(({ name }) => name));
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name));
    const layer = left.filter(({ dependencies }) => !dependencies.some((one) => waiting.has(one) && names.has(one)));
    if (layer.length === 0)
      throw new Error(
        `${[...waiting].join(', ')} depend on each other. Remove one of these dependencies in infrastructure/units.`,
      );
    layers.push(layer);
    left = left.filter((unit) => !layer.includes(unit));
  }
  return layers;
}

/**
 * Finds the units whose plan can't tell yet all that will change, because units that they depend on will have other outputs;
 * each with those it follows.
 */
export function findDependents(
  units: readonly Unit[],
  plans: readonly UnitPlan[],
): ReadonlyMap<string, readonly string[]> {
  const changing = new Set(plans.filter((plan) => plan.changesOutputs).map(({ unit }) => unit));
  const dependents = new Map<string, readonly string[]>();
  for (const { name, dependencies } of sortUnitsIntoLayers(units).flat()) {
    const followed = dependencies.filter((one) => changing.has(one) || dependents.has(one));
    if (followed.length > 0) dependents.set(name, followed);
  }
  return dependents;
}
