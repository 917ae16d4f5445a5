import type { UnitPlan } from './read-plan.ts';

/** A unit of an environment, and the units whose outputs it takes. */
export type Unit = { readonly name: string; readonly dependencies: readonly string[] };

/** Puts the units into layers: all that a unit depends on lies in layers before its own. */
export function orderUnits(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const layers: Unit[][] = [];
  let left = [...units];
  const names = new Set(units.map(({ name }) => name));
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name));
    const layer = left.filter(({ dependencies }) => !dependencies.some((one) => waiting.has(one) && names.has(one)));
    if (layer.length === 0) throw new Error(`${[...waiting].join(', ')} depend on each other. Break the circle.`);
    layers.push(layer);
    left = left.filter((unit) => !layer.includes(unit));
  }
  return layers;
}

/**
 * Finds the units whose plan can't tell yet all that will change, because units that they depend on will have other outputs;
 * each with those it follows.
 */
export function findFollowers(
  units: readonly Unit[],
  plans: readonly UnitPlan[],
): ReadonlyMap<string, readonly string[]> {
  const changing = new Set(plans.filter((plan) => plan.changesOutputs).map(({ unit }) => unit));
  const followers = new Map<string, readonly string[]>();
  for (const { name, dependencies } of orderUnits(units).flat()) {
    const followed = dependencies.filter((one) => changing.has(one) || followers.has(one));
    if (followed.length > 0) followers.set(name, followed);
  }
  return followers;
}
