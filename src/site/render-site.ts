import { createHash } from 'node:crypto';
import { html } from '#html';
import type { Resume } from '#resume';
import { createAccent, defaultAccent } from './accent.ts';
import { contentType } from './content-type.ts';
import { createOutline } from './create-outline.ts';
import { renderFavicon } from './favicon.ts';
import { type Essentials, renderEssentials, renderHead } from './head.ts';
import { createHeaders } from './headers.ts';
import { listOmitted } from './list-omitted.ts';
import type { Outline } from './outline.ts';
import { renderNotFound, renderPage } from './page.ts';
import type { Site, SiteAssets, SiteFile, SitePhoto } from './site.ts';

/**
 * Renders the whole site: the page and all that goes with it. The same input gives the same bytes on every machine.
 *
 * `data` is the résumé as it was written; it becomes `/resume.json`. A file of `public/` takes the place of a generated one
 * of the same name, the page itself aside. Throws for nothing that `parseResume` accepts.
 */
export function renderSite(resume: Resume, data: unknown, assets: SiteAssets): Site {
  const { scripts, extras } = assets;
  const { outline, omitted } = createOutline(resume, assets.publicFiles);
  const photo = extras ? extras.photo : keepPhoto(outline);
  // Where the photo was cut for the page, the original stays at home.
  const publicFiles = new Map(assets.publicFiles);
  if (extras && outline.photo) publicFiles.delete(outline.photo.path);
  const has = (path: string) => extras?.paths.includes(path) === true;
  const { name, locale } = outline;
  const { url: siteUrl, counter = 'api', color } = resume.meta?.site ?? {};
  const origin = siteUrl && new URL(siteUrl).origin;
  const accent = createAccent(color);

  const css = joinCss(assets, name, accent);
  const stylesheet = `assets/style.${hash(css)}.css`;
  const favicon = ['favicon.svg', 'favicon.png', 'favicon.ico'].find((path) => publicFiles.has(path)) ?? 'favicon.svg';
  const essentials: Essentials = {
    stylesheet: `/${stylesheet}`,
    favicon: `/${favicon}`,
    touchIcon: has('apple-touch-icon.png') ? '/apple-touch-icon.png' : undefined,
  };
  const picture = photo?.jpeg.at(-1);
  const links = {
    page: origin && `${origin}/`,
    // Link previews do not draw vectors.
    photo: origin && picture && !picture.endsWith('.svg') ? `${origin}/${encodeURI(picture)}` : undefined,
    card: origin && has('card.png') ? `${origin}/card.png` : undefined,
  };
  const page = renderPage(outline, {
    head: renderHead(resume, outline, essentials, links),
    photo,
    pdf: has('resume.pdf') ? '/resume.pdf' : undefined,
    counter,
    script: counter === 'off' ? '' : scripts[counter],
  });
  const lostTitle = `${locale.labels.notFound.text} – ${name}`;

  const generated = new Map<string, string | Uint8Array>([
    [stylesheet, css],
    ['404.html', renderNotFound(renderEssentials(lostTitle, essentials), locale)],
    ['favicon.svg', renderFavicon(name, accent.light)],
    ['resume.json', `${JSON.stringify(extras ? namePhoto(data, picture) : data, undefined, 2)}\n`],
    ['robots.txt', `User-agent: *\nAllow: /\n${origin ? `Sitemap: ${origin}/sitemap.xml\n` : ''}`],
  ]);
  for (const [path, body] of photo?.files ?? []) generated.set(path, body);
  if (origin) generated.set('sitemap.xml', renderSitemap(`${origin}/`, resume.meta?.lastModified));

  const files = new Map<string, string | Uint8Array>([...generated, ...publicFiles, ['index.html', page]]);
  return {
    files: [...files].map(([path, body]) => createSiteFile(path, body)).sort((a, b) => (a.path < b.path ? -1 : 1)),
    headers: createHeaders([scripts.api, scripts.local]),
    omitted: [...omitted, ...listOmitted(resume, { ...assets, publicFiles }, [page, css].join('\n'))],
  };
}

function keepPhoto({ photo }: Outline): SitePhoto | undefined {
  return photo && { avif: [], jpeg: [photo.path], files: new Map([[photo.path, photo.body]]) };
}

/** The data with the picture that is published in place of the one that is not. */
function namePhoto(data: unknown, picture: string | undefined): unknown {
  const { basics } = data as { readonly basics?: object };
  if (picture === undefined || typeof basics !== 'object' || !('image' in basics)) return data;
  return { ...(data as object), basics: { ...basics, image: `/${picture}` } };
}

// What is the person's own comes last, so that it has the last word.
function joinCss({ css, ownCss = '' }: SiteAssets, name: string, accent: typeof defaultAccent): string {
  const color = accent === defaultAccent ? '' : `:root{--accent:light-dark(${accent.light},${accent.dark})}`;
  const foot = `@page{@bottom-right{content:"${quoteCss(name)} · " counter(page) " / " counter(pages)}}`;
  return `${css}${color}${foot}${ownCss && `\n${ownCss.trim()}\n`}`;
}

function quoteCss(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} .,'-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
}

/** A file as it is served: its type by its name, and kept for ever where a hash in the name tells of its content. */
export function createSiteFile(path: string, body: string | Uint8Array): SiteFile {
  return {
    path,
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    type: contentType(path),
    // A name with a hash always means the same bytes; everything else is asked for again each time, at the cost of a 304.
    cache: /^assets\/(style|photo)\.[0-9a-f]{12}\./.test(path)
      ? 'public, max-age=31536000, immutable'
      : // Browsers ask each time; CloudFront keeps it until publishing says that it changed.
        'public, max-age=0, s-maxage=31536000, must-revalidate',
  };
}

function renderSitemap(page: string, lastModified: string | undefined): string {
  const changed = lastModified && html`<lastmod>${lastModified.slice(0, 10)}</lastmod>`;
  const { markup } = html`
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>${page}</loc>${changed}</url>
    </urlset>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
