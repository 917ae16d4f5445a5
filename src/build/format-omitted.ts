import type { Paint } from '#cli';
import type { Omitted } from '#site';

/** What the pages do not show, each with the reason; empty when that is nothing. */
export function formatOmitted(omitted: readonly Omitted[], paint: Paint): string {
  const prefixes = [...new Set(omitted.map(({ prefix }) => prefix))];
  const pages = prefixes.map((page) => {
    const lines = omitted.filter(({ prefix }) => prefix === page).map((one) => formatOne(one, paint));
    return [`Left out of ${page === undefined ? 'the page' : `/${page}`}:`, ...lines];
  });
  return pages.flat().join('\n');
}

function formatOne({ path, value, why }: Omitted, paint: Paint): string {
  const shown = value === '' ? '' : ` ${shorten(value)}`;
  return `  ${paint('strong', path)}${shown} ${paint('dim', `– ${why}`)}`;
}

const maxLength = 60;

// Control characters could steer the terminal.
function shorten(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ');
  return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1)}…`;
}
