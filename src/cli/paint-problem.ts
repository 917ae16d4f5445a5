import type { Paint } from '#resume';
import type { Shell } from './shell.ts';

/** Colours problems as compilers do: the place stands out, the line of the file steps back. */
export function paintProblem({ paint }: Pick<Shell, 'paint'>): Paint {
  return (part, text) => paint(part === 'place' ? 'strong' : part === 'source' ? 'dim' : 'bad', text);
}
