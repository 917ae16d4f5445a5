import type { Paint } from '#cli';
import type { Omitted } from '#site';

/** What the page does not show, each with the reason; empty when that is nothing. */
export function formatOmitted(omitted: readonly Omitted[], paint: Paint): string {
  if (omitted.length === 0) return '';
  const lines = omitted.map(({ path, value, why }) => {
    const shown = value === '' ? '' : ` ${shorten(value)}`;
    return `  ${paint('strong', path)}${shown} ${paint('dim', `– ${why}`)}`;
  });
  return ['Left out of the page:', ...lines].join('\n');
}

// Control characters could steer the terminal.
function shorten(text: string, most = 60): string {
  const line = text.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ');
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
