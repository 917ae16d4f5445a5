import { createHash } from 'node:crypto';
import { html } from '#html';
import type { Resume } from '#resume';
import { contentType } from './content-type.ts';
import { renderFavicon } from './favicon.ts';
import { createHeaders } from './headers.ts';
import { renderNotFound, renderPage } from './page.ts';
import type { LeftOut, Site, SiteAssets, SiteFile } from './site.ts';
import { chooseWords } from './words.ts';

/**
 * Renders the whole site: the page and all that goes with it. The same input gives the same bytes on every machine.
 *
 * `data` is the résumé as it was written; it becomes `/resume.json`. A file of `public/` takes the place of a generated one
 * of the same name, the page itself aside. Throws for nothing that `parseResume` accepts.
 */
export function renderSite(
  resume: Resume,
  data: unknown,
  { css, scripts, publicFiles, leftovers = [] }: SiteAssets,
): Site {
  const leftOut: LeftOut[] = [];
  const leaveOut = (path: string, value: string, why: string) => leftOut.push({ path, value, why });
  const words = chooseWords(resume.meta?.language);
  const { url: siteUrl, counter = 'api' } = resume.meta?.site ?? {};
  const origin = siteUrl && new URL(siteUrl).origin;

  const stylesheet = `assets/style.${hash(css)}.css`;
  const photo = choosePhoto(resume.basics.image, publicFiles, leaveOut);
  const favicon = ['favicon.svg', 'favicon.png', 'favicon.ico'].find((path) => publicFiles.has(path)) ?? 'favicon.svg';
  const page = {
    stylesheet: `/${stylesheet}`,
    favicon: `/${favicon}`,
    photo: photo && `/${photo}`,
    links: {
      page: origin && `${origin}/`,
      // Link previews do not draw vectors.
      photo: origin && photo && !photo.endsWith('.svg') ? `${origin}/${photo}` : undefined,
    },
    counter,
    script: counter === 'off' ? '' : scripts[counter],
  };

  const generated = new Map<string, string>([
    [stylesheet, css],
    ['404.html', renderNotFound(resume.basics.name, page.stylesheet, page.favicon, words)],
    ['favicon.svg', renderFavicon(resume.basics.name)],
    ['resume.json', `${JSON.stringify(data, undefined, 2)}\n`],
    ['robots.txt', `User-agent: *\nAllow: /\n${origin ? `Sitemap: ${origin}/sitemap.xml\n` : ''}`],
  ]);
  if (origin) generated.set('sitemap.xml', renderSitemap(`${origin}/`, resume.meta?.lastModified));
  listSettings(resume, leaveOut);
  for (const path of leftovers) leaveOut(`public/${path}`, '', 'an editor left it there');
  if (publicFiles.has('index.html')) leaveOut('public/index.html', '', 'the page itself has this name');

  const files = new Map<string, string | Uint8Array>([
    ...generated,
    ...publicFiles,
    ['index.html', renderPage(resume, page, { words, leaveOut })],
  ]);
  return {
    files: [...files].map(([path, body]) => createFile(path, body)).sort((a, b) => (a.path < b.path ? -1 : 1)),
    headers: createHeaders([scripts.api, scripts.local]),
    leftOut,
  };
}

function createFile(path: string, body: string | Uint8Array): SiteFile {
  return {
    path,
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    type: contentType(path),
    // A name with a hash always means the same bytes; everything else is asked for again each time, at the cost of a 304.
    cache: path.startsWith('assets/style.')
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=0, must-revalidate',
  };
}

type LeaveOut = (path: string, value: string, why: string) => void;

function choosePhoto(image: string | undefined, files: SiteAssets['publicFiles'], leaveOut: LeaveOut) {
  if (!image) return undefined;
  const path = image.replace(/^(\.\/|\/)/, '').replace(/^public\//, '');
  if (files.has(path)) return encodeURI(path);
  const remote = /^https?:/i.test(image);
  leaveOut(
    'basics.image',
    image,
    remote
      ? 'the page asks no other host for anything; put the picture into public/ and write its name'
      : `there is no file ${path} in public/`,
  );
  return undefined;
}

// The person's data is all on the page; these say something about the file or the site.
function listSettings({ $schema, meta }: Resume, leaveOut: LeaveOut): void {
  if ($schema) leaveOut('$schema', $schema, 'it names the format of the file; /resume.json has it');
  for (const [key, value] of Object.entries(meta ?? {})) {
    if (key === 'lastModified' || key === 'language') continue;
    const why = key === 'site' ? 'a setting of the site' : 'it describes the file; /resume.json has it';
    leaveOut(`meta.${key}`, typeof value === 'string' ? value : JSON.stringify(value), why);
  }
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
