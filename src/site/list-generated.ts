import type { Edition } from './site.ts';

/** Paths of what the editions of a site have beside `public/`, and a résumé may link to: pages, data, and a PDF where there is one. */
export function listGenerated(editions: readonly Pick<Edition, 'prefix' | 'resume' | 'extras'>[]): readonly string[] {
  return editions.flatMap(({ prefix, resume, extras }) => {
    const hasPdf = extras ? extras.paths.includes('resume.pdf') : resume.meta?.site?.pdf !== false;
    return ['index.html', 'resume.json', ...(hasPdf ? ['resume.pdf'] : [])].map((name) => `${prefix}${name}`);
  });
}
