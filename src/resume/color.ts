/** The page's paper in light and in dark: what text in the accent stands on. */
export const paperColors = { light: '#fdfcfa', dark: '#171e1c' } as const;

/** The contrast of WCAG 2 between two colors as `#rrggbb`, from 1 to 21. Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function measureContrast(one: string, two: string): number {
  const [light = 0, dark = 0] = [measureLuminance(one), measureLuminance(two)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The color nearest to `color` that can be read on `background`: darker on a light one, lighter on a dark one. */
export function makeReadable(color: string, background: string, least = 4.5): string {
  const target = measureLuminance(background) > 0.18 ? 0 : 255;
  const channels = readChannels(color);
  for (let step = 0; step < 256; step += 1) {
    const mixed = `#${channels.map((channel) => toHex(channel + ((target - channel) * step) / 255)).join('')}`;
    if (measureContrast(mixed, background) >= least) return mixed;
  }
  return target === 0 ? '#000000' : '#ffffff';
}

/** Tells whether a text is a color as `#rgb` or `#rrggbb`, and gives it in the long form. */
export function readColor(text: string): string | undefined {
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text)?.slice(1);
  return short && `#${short.map((digit) => digit + digit).join('')}`.toLowerCase();
}

function measureLuminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = readChannels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function readChannels(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function toHex(channel: number): string {
  return Math.round(channel).toString(16).padStart(2, '0');
}
