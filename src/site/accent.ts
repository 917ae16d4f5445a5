import { makeReadable } from '#resume';

/** The accent in light and dark, as `#rrggbb`. */
type Accent = { readonly light: string; readonly dark: string };

/** Ours, as palette.css has it. */
export const defaultAccent: Accent = { light: '#17524a', dark: '#86d0ba' };

// The darkest of the light grounds and the lightest of the dark ones, `--tint` in palette.css: what can be read there can
// be read everywhere.
const grounds: Accent = { light: '#f1f0ea', dark: '#202926' };

/** Makes an accent of the person's one color: as near to it as can be read on the light page and on the dark one. */
export function createAccent(color: string | undefined): Accent {
  if (!color) return defaultAccent;
  return { light: makeReadable(color, grounds.light), dark: makeReadable(color, grounds.dark) };
}
