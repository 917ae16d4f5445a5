const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Draws a number as a bar of Unicode blocks, `width` characters long for `most`; what is there at all is an eighth at least. */
export function formatBar(count: number, most: number, width: number): string {
  if (count <= 0 || most <= 0) return '';
  const length = Math.max(1, Math.round((count / most) * width * 8));
  return '█'.repeat(Math.floor(length / 8)) + eighths[length % 8];
}
