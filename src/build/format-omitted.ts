import { limitLines, type Paint, printable, shorten } from '#cli';
import type { Omitted } from '#site';

/** What the pages do not show, each with the reason; empty when that is nothing. */
export function formatOmitted(omitted: readonly Omitted[], paint: Paint): string {
  const prefixes = [...new Set(omitted.map(({ prefix }) => prefix))];
  const pages = prefixes.map((page) => {
    const lines = omitted.filter(({ prefix }) => prefix === page).map((one) => formatOne(one, paint));
    return [`Left out of ${page === undefined ? 'the page' : `/${page}`}:`, ...limitLines(lines)];
  });
  return pages.flat().join('\n');
}

function formatOne({ path, value, why }: Omitted, paint: Paint): string {
  const shown = value === '' ? '' : ` ${show(value.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' '), 60)}`;
  return `  ${paint('strong', show(path, 200))}${shown} ${paint('dim', `– ${show(why, 600)}`)}`;
}

function show(text: string, maxLength: number): string {
  return printable(shorten(text, maxLength));
}
