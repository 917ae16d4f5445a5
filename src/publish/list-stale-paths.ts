// Beyond so many a single wildcard is simpler; CloudFront counts it as one path, whatever it covers.
const most = 15;

/** The addresses under which these files may be cached, as CloudFront writes them: a folder's page has two. */
export function listStalePaths(files: readonly string[]): readonly string[] {
  const paths = files.flatMap((file) => {
    const path = `/${file.split('/').map(encodePart).join('/')}`;
    return path.endsWith('/index.html') ? [path.slice(0, -'index.html'.length), path] : [path];
  });
  return paths.length > most ? ['/*'] : paths.sort();
}

// An asterisk at the end would stand for everything that begins like this.
function encodePart(part: string): string {
  return encodeURIComponent(part).replaceAll('*', '%2A');
}
