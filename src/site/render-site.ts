import { createHash } from 'node:crypto';
import { createAccent, defaultAccent } from './accent.ts';
import { contentType } from './content-type.ts';
import { createOutline } from './create-outline.ts';
import { renderFavicon } from './favicon.ts';
import { type Essentials, renderEssentials, renderHead } from './head.ts';
import { createHeaders } from './headers.ts';
import { listGenerated } from './list-generated.ts';
import { listPictures, listUnsaid, listUnused } from './list-omitted.ts';
import type { Outline } from './outline.ts';
import { renderNotFound, renderPage } from './page.ts';
import type { Alternate } from './render-languages.ts';
import { renderSitemap } from './render-sitemap.ts';
import type { Edition, Omitted, Site, SiteAssets, SiteFile, SitePhoto } from './site.ts';

/** An edition with what it says, and its files. */
type Draft = Edition & {
  readonly outline: Outline;
  readonly photo: SitePhoto | undefined;
  readonly omitted: readonly Omitted[];
};

/** The main one first. */
type Drafts = readonly [Draft, ...Draft[]];

/**
 * Renders the whole site: the page of each edition, the main one first, and all that goes with them. The same input gives the
 * same bytes on every machine.
 *
 * The data of an edition becomes its `resume.json`. A file of `public/` takes the place of a generated one of the same name,
 * the pages themselves aside. Throws for nothing that `parseResume` accepts.
 */
export function renderSite(editions: readonly Edition[], assets: SiteAssets): Site {
  const drafts = outlineEditions(editions, assets.publicFiles);
  const [main] = drafts;
  // Where the photo was cut for the page, the original stays at home.
  const originals = drafts.flatMap(({ extras, outline }) => (extras && outline.photo ? [outline.photo.path] : []));
  const publicFiles = new Map([...assets.publicFiles].filter(([path]) => !originals.includes(path)));
  const origin = readOrigin(main);
  const essentials: SharedEssentials = {
    favicon: `/${['favicon.svg', 'favicon.png', 'favicon.ico'].find((path) => publicFiles.has(path)) ?? 'favicon.svg'}`,
    touchIcon: has(main, 'apple-touch-icon.png') ? '/apple-touch-icon.png' : undefined,
  };

  const rendered = drafts.map((draft) => {
    const alternates = listLanguages(draft, drafts);
    return { edition: draft, alternates, ...renderEdition(draft, { assets, essentials, origin, alternates }) };
  });
  const { locale, name } = main.outline;
  const lostTitle = `${locale.labels.notFound.text} – ${name}`;
  const stylesheet = `/${rendered[0]?.stylesheet}`;
  const generated = new Map<string, string | Uint8Array>([
    ...rendered.flatMap(({ files }) => [...files]),
    ['404.html', renderNotFound(renderEssentials(lostTitle, { ...essentials, stylesheet }), locale)],
    ['favicon.svg', renderFavicon(name, createAccent(main.resume.meta?.site?.color).light)],
    ['robots.txt', `User-agent: *\nAllow: /\n${origin ? `Sitemap: ${origin}/sitemap.xml\n` : ''}`],
  ]);
  if (origin) generated.set('sitemap.xml', renderSitemap(rendered, origin));

  const pages = rendered.map(({ edition, page }) => [pagePath(edition), page] as const);
  const files = new Map<string, string | Uint8Array>([...generated, ...publicFiles, ...pages]);
  const shown = rendered.flatMap(({ page, css }) => [page, css]).join('\n');
  return {
    files: [...files].map(([path, body]) => createSiteFile(path, body)).sort((a, b) => (a.path < b.path ? -1 : 1)),
    headers: createHeaders([assets.scripts.api, assets.scripts.local]),
    omitted: joinOmitted(drafts, { ...assets, publicFiles }, shown),
  };
}

/** Lists what the pages leave out, as rendering them does. They are rendered only to look for a picture, the photo aside. */
export function listOmitted(editions: readonly Edition[], assets: SiteAssets): readonly Omitted[] {
  const drafts = outlineEditions(editions, assets.publicFiles);
  const photos = drafts.flatMap(({ outline }) => outline.photo?.path ?? []);
  const isShown = (path: string) => photos.includes(path);
  return listPictures(assets.publicFiles).every(isShown)
    ? joinOmitted(drafts, assets, photos.map(encodeURI).join('\n'))
    : renderSite(editions, assets).omitted;
}

function joinOmitted(drafts: Drafts, assets: SiteAssets, shown: string): readonly Omitted[] {
  const [main, ...others] = drafts;
  return [
    ...main.omitted,
    ...listUnused(assets, drafts.map(pagePath), shown),
    ...others.flatMap(({ omitted, prefix }) => omitted.map((one) => ({ ...one, prefix }))),
  ];
}

function outlineEditions(editions: readonly Edition[], publicFiles: SiteAssets['publicFiles']): Drafts {
  const linkable = listGenerated(editions);
  const [main, ...others] = editions.map((edition) => outlineEdition(edition, publicFiles, linkable));
  if (!main) throw new Error('A site without a résumé cannot be rendered. Give it one.');
  return [main, ...others];
}

function pagePath({ prefix }: Edition): string {
  return `${prefix}index.html`;
}

function outlineEdition(edition: Edition, publicFiles: SiteAssets['publicFiles'], generated: readonly string[]): Draft {
  const { resume, prefix, extras } = edition;
  const { outline, omitted } = createOutline(resume, publicFiles, prefix, generated);
  const photo = extras ? extras.photo : keepPhoto(outline);
  return { ...edition, outline, photo, omitted: [...omitted, ...listUnsaid(resume)] };
}

/** Where the same is in other languages: among what is for everybody, or for the same audience. */
function listLanguages(draft: Draft, drafts: readonly Draft[]): readonly Alternate[] {
  const same = drafts.filter(({ audience }) => audience === draft.audience);
  if (same.length === 1) return [];
  return same.map((one) => ({ locale: one.outline.locale, path: `/${one.prefix}`, isCurrent: one === draft }));
}

type SharedEssentials = Omit<Essentials, 'stylesheet'>;

type Shared = {
  readonly assets: SiteAssets;
  readonly essentials: SharedEssentials;
  readonly origin: string | undefined;
  readonly alternates: readonly Alternate[];
};

/** Renders a page with its stylesheet, its photo and its data. */
function renderEdition(draft: Draft, { assets, essentials, origin, alternates }: Shared) {
  const { prefix, resume, data, outline, photo, extras } = draft;
  const { counter = 'api', color } = resume.meta?.site ?? {};
  const css = joinCss(assets, alternates.length > 0, outline, createAccent(color));
  const stylesheet = `assets/style.${hash(css)}.css`;
  const picture = photo?.jpeg.at(-1);
  const place = origin && `${origin}/${prefix}`;
  const links = {
    page: place,
    // Link previews do not draw vectors.
    photo: origin && picture && !picture.endsWith('.svg') ? `${origin}/${encodeURI(picture)}` : undefined,
    card: place && has(draft, 'card.png') ? `${place}card.png` : undefined,
  };
  const dataPath = `${prefix}resume.json`;
  const head = renderHead(draft, outline, {
    essentials: { ...essentials, stylesheet: `/${stylesheet}` },
    links,
    // What is for somebody is not to be found, in whichever language.
    alternates: draft.audience === undefined ? alternates : [],
    origin,
  });
  const page = renderPage(outline, {
    head,
    alternates,
    photo,
    pdf: has(draft, 'resume.pdf') ? `/${prefix}resume.pdf` : undefined,
    data: `/${dataPath}`,
    counter,
    script: counter === 'off' ? '' : assets.scripts[counter],
  });
  const files = new Map<string, string | Uint8Array>([
    [stylesheet, css],
    [dataPath, `${JSON.stringify(extras ? namePhoto(data, picture) : data, undefined, 2)}\n`],
    ...(photo?.files ?? []),
  ]);
  return { page, css, stylesheet, files };
}

function readOrigin({ resume }: Edition): string | undefined {
  const url = resume.meta?.site?.url;
  return url && new URL(url).origin;
}

function has({ extras }: Edition, name: string): boolean {
  return extras?.paths.includes(name) === true;
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
function joinCss(
  { css, languagesCss = '', ownCss = '' }: SiteAssets,
  hasLanguages: boolean,
  { name, locale }: Outline,
  accent: typeof defaultAccent,
): string {
  const color = accent === defaultAccent ? '' : `:root{--accent:light-dark(${accent.light},${accent.dark})}`;
  // One of two pages is not two of one, whatever the direction of its name.
  const [start, end] = locale.direction === 'rtl' ? ['\\2066 ', ' "\\2069 "'] : ['', ''];
  const foot = `@page{@bottom-right{content:"${quoteCss(name)} · ${start}" counter(page) " / " counter(pages)${end}}}`;
  return `${css}${hasLanguages ? languagesCss : ''}${color}${foot}${ownCss && `\n${ownCss.trim()}\n`}`;
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

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
