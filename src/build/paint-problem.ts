import type { Paint } from '#cli';
import type { PaintPart } from '#resume';

/** Colors problems as compilers do: the place stands out, the line of the file steps back. */
export function paintProblem(paint: Paint): PaintPart {
  return (part, text) =>
    paint(part === 'place' ? 'strong' : part === 'source' || part === 'note' ? 'dim' : 'bad', text);
}
