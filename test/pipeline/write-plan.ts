import type { TofuPlan } from '#plans';

/** Writes a JSON plan as OpenTofu does: `+ address`, `~ address`, `-+ address`, `- address`, with the value of `size`. */
export function writePlan(
  changes: Readonly<Record<string, unknown>>,
  { outputs = false, variables = {} as Readonly<Record<string, unknown>> } = {},
): TofuPlan {
  const actions: Readonly<Record<string, readonly string[]>> = {
    '+': ['create'],
    '~': ['update'],
    '-+': ['delete', 'create'],
    '-': ['delete'],
  };
  return {
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { value }])),
    resource_changes: Object.entries(changes).map(([line, size]) => {
      const [sign = '', address = ''] = line.split(' ');
      return {
        address,
        change: {
          actions: actions[sign] ?? [],
          before: sign === '+' ? null : { size: 0 },
          after: sign === '-' ? null : { size },
        },
      };
    }),
    ...(outputs && { output_changes: { id: { actions: ['create'], before: null, after: 'x' } } }),
  };
}
