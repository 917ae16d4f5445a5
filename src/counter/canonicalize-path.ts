/**
 * Writes a path with its query in the one form that both sides sign.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalizePath(
  path: string,
  { isS3 }: { readonly isS3: boolean },
): { readonly route: string; readonly query: string } {
  const [route = '', query = ''] = splitOnce(path, '?');
  return { route: isS3 ? encodeKey(route) : encodeRoute(route), query: sortQuery(query) };
}

/** Every service but S3 resolves the dots and empty parts of a path, and encodes once more what is encoded already. */
function encodeRoute(route: string): string {
  const parts: string[] = [];
  for (const part of route.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(encode(part));
  }
  return `/${parts.join('/')}${parts.length > 0 && route.endsWith('/') ? '/' : ''}`;
}

/** A key of S3 may hold dots and empty parts, so its path stays as it is, encoded once. */
function encodeKey(route: string): string {
  return (
    route
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/') || '/'
  );
}

function sortQuery(query: string): string {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => splitOnce(pair, '=').map((part) => encode(decodeURIComponent(part))))
    .map(([name = '', value = '']) => [name, value] as const)
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** RFC 3986: all but `A-Z a-z 0-9 - . _ ~`, of which `encodeURIComponent` leaves five more. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
