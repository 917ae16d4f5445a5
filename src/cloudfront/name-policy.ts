import type { ViewerRequest } from './viewer-request.ts';

/** Says of a name, whatever its case, whether it belongs to the chosen ones. */
type NameFilter = (name: string) => boolean;

/**
 * Reads which headers, cookies or query parameters a policy chooses. Only headers have the kinds with `Viewer` in them; what
 * CloudFront itself adds to a request belongs to a choice only when it is named.
 */
export function parseNamePolicy(kind: string | undefined, items: readonly string[] = []): NameFilter {
  const named = new Set(items.map((item) => item.toLowerCase()));
  const isNamed = (name: string) => named.has(name.toLowerCase());
  const isViewers = (name: string) => !name.toLowerCase().startsWith('cloudfront-');
  switch (kind) {
    case undefined:
    case 'none':
      return () => false;
    case 'whitelist':
      return isNamed;
    case 'all':
    case 'allViewer':
      return isViewers;
    case 'allViewerAndWhitelistCloudFront':
      return (name) => isViewers(name) || isNamed(name);
    case 'allExcept':
      return (name) => isViewers(name) && !isNamed(name);
    default:
      throw new Error(`A policy chooses names by "${kind}", which this edge does not know. Choose another kind.`);
  }
}

export type Names = { readonly headers: NameFilter; readonly cookies: NameFilter; readonly queries: NameFilter };

/** What a policy chooses of a request, ready to be sent on. */
type Selected = {
  readonly headers: Readonly<Record<string, string>>;
  /** As in a Cookie header; empty for none. */
  readonly cookies: string;
  /** As in an address, without the question mark; empty for none. */
  readonly query: string;
};

/** Selects what policies choose of a request; `added` are the headers that CloudFront can add. */
export function filterNames(
  { headers, query }: Pick<ViewerRequest, 'headers' | 'query'>,
  names: Names,
  added: Readonly<Record<string, string>>,
): Selected {
  // A viewer does not get to say what CloudFront says of it.
  const { cookie = '', ...others } = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith('cloudfront-')),
  );
  const pairs = (text: string, separator: string | RegExp) => text.split(separator).filter((pair) => pair !== '');
  const nameOf = (pair: string) => pair.split('=', 1)[0]?.trim() ?? '';
  return {
    headers: Object.fromEntries(Object.entries({ ...others, ...added }).filter(([name]) => names.headers(name))),
    cookies: pairs(cookie, /;\s*/)
      .filter((pair) => names.cookies(nameOf(pair)))
      .join('; '),
    query: pairs(query, '&')
      .filter((pair) => names.queries(nameOf(pair)))
      .join('&'),
  };
}
