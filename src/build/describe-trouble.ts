import type { BuildOutcome, Trouble } from '#preview';
import { locateFault } from './locate-fault.ts';

/** Says for the page why a build could not be made; places in the code are relative to `root`. */
export function describeTrouble(outcome: Exclude<BuildOutcome, { readonly kind: 'built' }>, root: string): Trouble {
  switch (outcome.kind) {
    case 'problems': {
      const { file, problems } = outcome;
      return {
        title: `${file.name} has ${problems.length === 1 ? '1 mistake' : `${problems.length} mistakes`}`,
        items: problems.map(({ path, line, column, message }) => ({
          place: `${file.name}:${line}:${column}`,
          message: path === '' ? message : `${path}: ${message}`,
        })),
      };
    }
    case 'missing':
      return { title: 'There is no résumé to show', items: [{ place: '', message: outcome.mistake }] };
    case 'fault':
      return { title: 'The code has a mistake', items: locateFault(outcome.fault, root) };
  }
}
