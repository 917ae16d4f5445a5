import { html } from '#html';
import type { Edition } from './site.ts';

/** Renders the list of all pages that are for everybody. */
export function renderSitemap(editions: readonly Edition[], origin: string): string {
  const urls = editions
    .filter(({ audience }) => audience === undefined)
    .map(({ prefix, resume }) => {
      const day = resume.meta?.lastModified?.slice(0, 10);
      const changed = day && html`<lastmod>${day}</lastmod>`;
      return html`<url><loc>${`${origin}/${prefix}`}</loc>${changed}</url>`;
    });
  const { markup } = html`
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      ${urls}
    </urlset>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;
}
