import { makeReadable, measureContrast, paperColors, readColor } from '../color.ts';
import type { InvalidValue } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';

/** Accepts a color in which text can be read on the light paper, 4.5:1; for the dark one the page makes it lighter itself. */
export function checkColor(text: string): InvalidValue | undefined {
  const value = quoteValue(text);
  const bare = readColor(`#${text.replace(/^#/, '')}`);
  const color = readColor(text);
  if (color === undefined) {
    if (bare !== undefined) return { message: `${value} has no "#" first; write "${bare}".`, instead: bare };
    return { message: `${value} is not a color; write six digits after "#", such as "#17524a".` };
  }
  const contrast = measureContrast(color, paperColors.light);
  if (contrast >= 4.5)
    return color === text
      ? undefined
      : { message: `${value} is short for ${color}; write "${color}".`, instead: color };
  return {
    message: `${value} has a contrast of ${(Math.floor(contrast * 10) / 10).toFixed(1)}:1 with the paper, and text needs 4.5:1; the nearest that has it is "${makeReadable(color, paperColors.light)}".`,
  };
}
