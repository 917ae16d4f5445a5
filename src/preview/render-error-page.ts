import { hashSource, html, trustedHtml } from '#html';
import type { Site } from '#site';
import { ownHeaders } from './own-headers.ts';
import type { BuildError } from './to-overlay.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 46rem; margin: 10vh auto; padding: 0 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
li { margin-block: 0.75rem; }
code { font: 0.9em ui-monospace, monospace; }
`;

/** Renders a site whose one page says why there is nothing else to show yet. */
export function renderErrorPage({ title, items }: BuildError): Pick<Site, 'files' | 'headers'> {
  const { markup } = html`<!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <style>${trustedHtml(style)}</style>
    </head>
    <body>
    <main>
    <h1>${title}</h1>
    <ul>
    ${items.map(({ place, message }) => html`<li>${place !== '' && html`<code>${place}</code> `}${message}</li>`)}
    </ul>
    <p>This page becomes your résumé as soon as this is fixed and the file is saved.</p>
    </main>
    </body>
    </html>`;
  const policy = `default-src 'none'; style-src ${hashSource(style)}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return {
    files: [{ path: 'index.html', body: Buffer.from(markup), type: 'text/html; charset=utf-8', cache: 'no-store' }],
    headers: { ...ownHeaders, 'content-security-policy': policy },
  };
}
