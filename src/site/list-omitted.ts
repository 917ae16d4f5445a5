import type { Resume } from '#resume';
import type { Omitted, SiteAssets } from './site.ts';

/**
 * Lists what of `public/` and `meta` a person may look for on the page in vain; `shown` is the page with its stylesheet.
 * Settings and facts about the file are nobody's loss.
 */
export function listOmitted(
  { meta }: Resume,
  { publicFiles, leftovers = [] }: SiteAssets,
  shown: string,
): readonly Omitted[] {
  const unused = [...publicFiles.keys()].filter((path) => isPicture(path) && !shown.includes(encodeURI(path)));
  return [
    ...Object.entries(meta ?? {})
      .filter(([key, value]) => !described.includes(key) && !key.startsWith('x-') && typeof value === 'string')
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

const described = ['canonical', 'version', 'lastModified', 'language', 'site', 'theme', 'locale', 'schemaVersion'];

// Browsers and phones ask for some by name, whether the page does or not.
function isPicture(path: string): boolean {
  return (
    /\.(avif|gif|jpe?g|png|webp)$/i.test(path) && !/^(favicon|apple-touch-icon)/.test(path) && !path.startsWith('.')
  );
}
