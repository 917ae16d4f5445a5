import { defaultLimits, estimateMonthlyCost, type Limits, type MonthlyCost } from './estimate-monthly-cost.ts';
import type { UnitPlan } from './read-plan.ts';

const numbers = {
  requestsPerSecond: 'requests_per_second',
  maxReadUnits: 'max_read_units',
  maxWriteUnits: 'max_write_units',
} as const satisfies Partial<Record<keyof Limits, string>>;

/** Estimates what an environment costs with the limits that its units are planned with. */
export function estimatePlans(plans: readonly UnitPlan[]): MonthlyCost {
  const variables: Readonly<Record<string, unknown>> = Object.assign({}, ...plans.map((plan) => plan.variables));
  const limits = Object.fromEntries(
    Object.entries(numbers).flatMap(([limit, name]) => {
      const value = Number(variables[name]);
      return variables[name] !== undefined && Number.isFinite(value) ? [[limit, value]] : [];
    }),
  );
  return estimateMonthlyCost({
    ...defaultLimits,
    ...limits,
    domain: Boolean(variables.domain),
    firewall: String(variables.firewall) === 'true',
  });
}
