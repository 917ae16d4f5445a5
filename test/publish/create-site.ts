import { createHash } from 'node:crypto';
import type { SiteToPublish } from '#publish';

const types: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8' };

/** A site of these files; those below `assets/` never change under their name. */
export function createSite(contents: Readonly<Record<string, string>>, policy = "default-src 'none'"): SiteToPublish {
  return {
    policy,
    files: Object.entries(contents).map(([path, content]) => ({
      path,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      type: types[path.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8',
      cache: path.startsWith('assets/')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=0, s-maxage=31536000, must-revalidate',
    })),
    readBody: async ({ path }) => Buffer.from(contents[path] ?? ''),
  };
}

/** The page of a version, which names its stylesheet. */
export function createVersion(version: string, more: Readonly<Record<string, string>> = {}): SiteToPublish {
  const css = `assets/style.${version}.css`;
  return createSite({
    '404.html': 'not here',
    [css]: version,
    'index.html': `${version} <link href="${css}">`,
    ...more,
  });
}
