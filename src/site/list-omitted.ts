import type { Resume } from '#resume';
import { selectLocale } from './locale.ts';
import type { Omitted, SiteAssets } from './site.ts';

/**
 * Lists what of `public/` and `meta` a person may look for on the page in vain; `shown` is the page with its stylesheet.
 * Settings and facts about the file are nobody's loss, so of `meta` only sentences are listed.
 */
export function listOmitted(
  { meta }: Resume,
  { publicFiles, leftovers = [] }: SiteAssets,
  shown: string,
): readonly Omitted[] {
  const unused = [...publicFiles.keys()].filter((path) => isPicture(path) && !shown.includes(encodeURI(path)));
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
    ...(publicFiles.has('index.html')
      ? [{ path: 'public/index.html', value: '', why: 'the page itself has this name' }]
      : []),
    ...leftovers.map((path) => ({ path: `public/${path}`, value: '', why: 'an editor left it there' })),
    ...unused.map((path) => ({
      path: `public/${path}`,
      value: '',
      why: `nothing on the page uses it, and everybody can read it at /${path}; remove it if it is not meant for that`,
    })),
  ];
}

// Browsers and phones ask for some by name, whether the page does or not.
function isPicture(path: string): boolean {
  return (
    /\.(avif|gif|jpe?g|png|webp)$/i.test(path) && !/^(favicon|apple-touch-icon)/.test(path) && !path.startsWith('.')
  );
}
