import type { Site, SiteFile } from '#site';

/** A small site with one file of every kind that the edge treats in its own way. */
export function createSite(text = 'The first one.'): Site {
  return {
    files: [
      createFile('index.html', `<!doctype html><title>Site</title>${`<p>${text}</p>`.repeat(100)}`),
      createFile('404.html', '<!doctype html><title>Nothing</title>'),
      createFile('blog/index.html', '<!doctype html><title>Folder</title>'),
      createFile(
        'assets/style.abc.css',
        'a{color:red}'.repeat(200),
        'text/css; charset=utf-8',
        'public, max-age=31536000, immutable',
      ),
      createFile('photo.jpg', 'x'.repeat(5000), 'image/jpeg'),
      createFile('a+b.txt', 'plus', 'text/plain; charset=utf-8'),
      createFile('résumé 1.txt', 'short', 'text/plain; charset=utf-8'),
    ],
    headers: {
      'content-security-policy': "default-src 'none'; script-src 'sha256-abc='; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    },
    omitted: [],
  };
}

function createFile(
  path: string,
  text: string,
  type = 'text/html; charset=utf-8',
  cache = 'public, max-age=0, must-revalidate',
): SiteFile {
  return { path, body: new TextEncoder().encode(text), type, cache };
}
