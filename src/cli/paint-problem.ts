import type { Paint as PaintPart } from '#resume';
import type { Paint } from './shell.ts';

/** Colours problems as compilers do: the place stands out, the line of the file steps back. */
export function paintProblem(paint: Paint): PaintPart {
  return (part, text) => paint(part === 'place' ? 'strong' : part === 'source' ? 'dim' : 'bad', text);
}
