/** The address that a link may lead to, or `undefined` where its words have to stand alone. */
export type ResolveLink = (url: string) => string | undefined;

/**
 * Lets through what a browser follows and does not run (`https:`, `http:`, `mailto:`, `tel:`) and the files of this site,
 * however their path was written: `cv.pdf`, `./cv.pdf`, `/cv.pdf` and `public/cv.pdf` are all `/cv.pdf`. What the edition at
 * `prefix` has under that name, such as its own `resume.pdf`, comes first.
 */
export function createLinkResolver(hasFile: (path: string) => boolean, prefix = ''): ResolveLink {
  return (url) => safeUrl(url) ?? resolveFile(url, hasFile, prefix);
}

function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol } = new URL(url);
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol) ? url.trim() : undefined;
}

function resolveFile(url: string, hasFile: (path: string) => boolean, prefix: string): string | undefined {
  const [, written = '', suffix = ''] = /^([^?#]*)([?#].*)?$/s.exec(url) ?? [];
  const path = trimPath(written);
  const decoded = decode(path).normalize('NFC');
  // A folder is answered with its index, as the distribution does.
  const found = [`${prefix}${path}`, path, decoded].find(
    (candidate) => hasFile(candidate) || hasFile(`${candidate.replace(/([^/])\/?$/, '$1/')}index.html`),
  );
  return found !== undefined && written !== ''
    ? `/${encodeURI(found).replace(/[?#]/g, encodeURIComponent)}${encodeURI(suffix)}`
    : undefined;
}

/** A path as the files of `public/` are listed: composed, and without `./`, `/` or `public/` before it. */
export function trimPath(written: string): string {
  return written
    .normalize('NFC')
    .replace(/^(\.\/|\/)/, '')
    .replace(/^public\//, '');
}

/** The address as a person would say it: no scheme, no `www.`, no slash at the end, no query, no escapes. */
export function displayUrl(url: string): string {
  const bare = url.replace(/^(https?:\/\/|mailto:|tel:)(www\.)?/i, '');
  const short = decode(bare.replace(/[?#].*$/s, '').replace(/\/$/, ''));
  return short === '' || /[\s\p{C}]/u.test(short) ? bare : short;
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
