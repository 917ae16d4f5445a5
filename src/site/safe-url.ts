/**
 * The address of a link, or `undefined` where a browser could run it instead of following it. The résumé was checked
 * before; this is the second lock on the same door, and the first one for links inside Markdown.
 */
export function safeUrl(url: string): string | undefined {
  if (/^\/[\w.-]/.test(url)) return url; // a file of this site, such as /talk.pdf
  if (!URL.canParse(url)) return undefined;
  const { protocol } = new URL(url);
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol) ? url.trim() : undefined;
}

/** The address as a person would say it: no scheme, no `www.`, no slash at the end. */
export function displayUrl(url: string): string {
  return url.replace(/^(https?:\/\/|mailto:|tel:)(www\.)?/i, '').replace(/\/$/, '');
}
