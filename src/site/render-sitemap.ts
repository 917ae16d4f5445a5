import { html } from '#html';
import { type Alternate, listAlternates } from './render-languages.ts';
import type { Edition } from './site.ts';

/** Renders the list of all pages that are for everybody, each with its other languages. */
export function renderSitemap(
  pages: readonly { readonly edition: Edition; readonly alternates: readonly Alternate[] }[],
  origin: string,
): string {
  const listed = pages.filter(({ edition }) => edition.audience === undefined);
  const urls = listed.map(({ edition: { prefix, resume }, alternates }) => {
    const day = resume.meta?.lastModified?.slice(0, 10);
    const changed = day && html`<lastmod>${day}</lastmod>`;
    const languages = listAlternates(alternates, origin).map(
      ({ language, url }) => html`<xhtml:link rel="alternate" hreflang="${language}" href="${url}"/>`,
    );
    return html`<url><loc>${`${origin}/${prefix}`}</loc>${changed}${languages}</url>`;
  });
  const xhtml = listed.length > 1 && html` xmlns:xhtml="http://www.w3.org/1999/xhtml"`;
  const { markup } = html`
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${xhtml}>
      ${urls}
    </urlset>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;
}
