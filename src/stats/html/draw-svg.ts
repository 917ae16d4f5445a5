import { type Html, html } from '#html';

/** What those learn who do not see a drawing; `id` is unique on the page. */
export type Words = { readonly id: string; readonly title: string; readonly description: string };

/** Draws an `svg` that needs no style of its own and no script. */
export function drawSvg(
  { id, title, description }: Words,
  width: number,
  height: number,
  shapes: readonly Html[],
): Html {
  return html`
    <svg viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-labelledby="${id}-title ${id}-description">
      <title id="${id}-title">${title}</title>
      <desc id="${id}-description">${description}</desc>
      ${shapes}
    </svg>`;
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A color of the report's palette. */
type Color = 'line' | 'pale' | 'accent' | 'soft' | 'ink';

/** Bars of one color; a hint is what a pointer learns that rests on one. */
export function drawRects(fill: Color, boxes: readonly (Box & { readonly hint?: string })[], radius = 0): Html {
  const rects = boxes.map(
    ({ x, y, width, height, hint }) => html`
      <rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${
        radius > 0 && html` rx="${String(radius)}"`
      }>
        ${hint !== undefined && html`<title>${hint}</title>`}
      </rect>`,
  );
  return html`<g fill="var(--${fill})">${rects}</g>`;
}

type TextStyle = {
  readonly size: number;
  /** Which part of the text stands at `x`. Default: its start. */
  readonly anchor?: 'middle' | 'end';
  /** Default: soft. */
  readonly fill?: Color;
};

export function drawText(x: number, y: number, text: string, { size, anchor, fill = 'soft' }: TextStyle): Html {
  return html`<text x="${round(x)}" y="${round(y)}" font-size="${String(size)}"${anchor !== undefined && html` text-anchor="${anchor}"`} fill="var(--${fill})">${text}</text>`;
}

export function drawLine(from: number, to: number, y: number, stroke: Color): Html {
  return html`<path stroke="var(--${stroke})" d="M${round(from)} ${round(y)}H${round(to)}"/>`;
}

function round(length: number): string {
  return String(Number(length.toFixed(2)));
}
