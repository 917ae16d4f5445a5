import type { Names } from './distribution.ts';
import type { ViewerRequest } from './viewer-request.ts';

/** What a policy chooses of a request, ready to be sent on. */
export type Selected = {
  readonly headers: Readonly<Record<string, string>>;
  /** As in a Cookie header; empty for none. */
  readonly cookies: string;
  /** As in an address, without the question mark; empty for none. */
  readonly query: string;
};

/** Selects what policies choose of a request; `added` are the headers that CloudFront can add. */
export function selectNames(
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
