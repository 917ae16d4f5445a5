import { createHash } from 'node:crypto';
import type { Site } from '#site';
import type { Trouble } from './trouble.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 46rem; margin: 10vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
li { margin-block: 0.75rem; }
code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
`;

/** Renders a site whose one page says why there is nothing else to show yet. */
export function renderTrouble({ title, items }: Trouble): Site {
  const list = items.map(({ place, message }) => `<li><code>${escapeText(place)}</code> ${escapeText(message)}</li>`);
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<main>
<h1>${escapeText(title)}</h1>
<ul>
${list.join('\n')}
</ul>
<p>This page becomes your résumé as soon as this is mended and the file is saved.</p>
</main>
`;
  const hash = createHash('sha256').update(style).digest('base64');
  return {
    files: [{ path: 'index.html', body: Buffer.from(page), type: 'text/html; charset=utf-8', cache: 'no-store' }],
    headers: {
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
    },
    leftOut: [],
  };
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
