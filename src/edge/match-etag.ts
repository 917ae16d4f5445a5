/** Whether an `if-none-match` header names this version, whichever way its body was packed. */
export function matchEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch?.trim() === '*') return true;
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  return etag !== '' && (ifNoneMatch ?? '').split(',').some((tag) => plain(tag) === plain(etag));
}
