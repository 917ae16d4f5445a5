import type { Resume } from '#resume';
import { selectLocale } from './locale.ts';
import type { Omitted, SiteAssets } from './site.ts';

/** Lists what of `meta` a person may look for on the page in vain: sentences. Settings and facts about the file are nobody's loss. */
export function listUnsaid({ meta }: Resume): readonly Omitted[] {
  const { language, isLabeled } = selectLocale(meta?.language);
  const unlabeled =
    'there are no headings in this language, so the page uses English ones; write yours in meta.site.labels';
  return [
    ...(isLabeled || meta?.site?.labels ? [] : [{ path: 'meta.language', value: language, why: unlabeled }]),
    ...Object.entries(meta ?? {})
      .filter(([, value]) => typeof value === 'string' && /\S\s+\S/.test(value))
      .map(([key, value]) => ({
        path: `meta.${key}`,
        value: String(value),
        why: 'what stands under meta is not shown; /resume.json has it',
      })),
  ];
}

/** Lists what of `public/` no page shows; `pages` are their paths, and `shown` is all of them with their stylesheets. */
export function listUnused(
  { publicFiles, leftovers = [] }: SiteAssets,
  pages: readonly string[],
  shown: string,
): readonly Omitted[] {
  const unused = listPictures(publicFiles).filter((path) => !shown.includes(encodeURI(path)));
  return [
    ...pages
      .filter((path) => publicFiles.has(path))
      .map((path) => ({ path: `public/${path}`, value: '', why: 'the page itself has this name' })),
    ...leftovers.map((path) => ({ path: `public/${path}`, value: '', why: 'an editor left it there' })),
    ...unused.map((path) => ({
      path: `public/${path}`,
      value: '',
      why: `nothing on the page uses it, and everybody can read it at /${path}; remove it if it is not meant for that`,
    })),
  ];
}

/** The pictures of `public/` that are there for a page to show. Browsers and phones ask for some others by name. */
export function listPictures(publicFiles: SiteAssets['publicFiles']): readonly string[] {
  return [...publicFiles.keys()].filter(
    (path) =>
      /\.(avif|gif|jpe?g|png|webp)$/i.test(path) && !/^(favicon|apple-touch-icon)/.test(path) && !path.startsWith('.'),
  );
}
