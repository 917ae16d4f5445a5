import { escapeHtml } from './escape-html.ts';

/** What those learn who do not see a drawing; `id` is unique on the page. */
export type Words = { readonly id: string; readonly title: string; readonly description: string };

/** Markup of an `svg` that needs no style of its own and no script. */
export type Drawing = string;

export function drawSvg({ id, title, description }: Words, width: number, height: number, shapes: string[]): Drawing {
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-description"><title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-description">${escapeHtml(description)}</desc>${shapes.join('')}</svg>`;
}

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Bars of one colour; a hint is what a pointer learns that rests on one. */
export function drawRects(fill: string, boxes: readonly (Box & { readonly hint?: string })[], rx = 0): string {
  const rects = boxes.map(({ x, y, width, height, hint }) => {
    const size = [x, y, width, height].map((one) => Number(one.toFixed(2)));
    const [left, top, wide, high] = size;
    const title = hint === undefined ? '' : `<title>${escapeHtml(hint)}</title>`;
    return `<rect x="${left}" y="${top}" width="${wide}" height="${high}"${rx > 0 ? ` rx="${rx}"` : ''}>${title}</rect>`;
  });
  return `<g fill="var(--${fill})">${rects.join('')}</g>`;
}

export function drawText(x: number, y: number, text: string, look: string): string {
  return `<text x="${Number(x.toFixed(2))}" y="${Number(y.toFixed(2))}" ${look}>${escapeHtml(text)}</text>`;
}
