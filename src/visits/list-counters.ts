import type { Message } from './read-message.ts';
import type { VisitHeaders } from './visit-request.ts';

/** Lists what the statistics count of a person's visit, as `readDay` explains; `time` is an ISO time in UTC. */
export function listCounters(
  headers: VisitHeaders,
  { r, p }: Pick<Message, 'r' | 'p'>,
  time: string,
): readonly string[] {
  const device = ['tablet', 'mobile'].find((kind) => headers[`cloudfront-is-${kind}-viewer`] === 'true');
  const counters = [
    'v',
    `h#${time.slice(11, 13)}`,
    `d#${device?.[0] ?? 'd'}`,
    `c#${/^[A-Z]{2}$/.exec(`${headers['cloudfront-viewer-country']}`) ?? ''}`,
    `r#${shortenReferrer(r)}`,
    `p#${shortenPath(p)}`,
  ];
  // What has no name is nothing to count.
  return counters.filter((counter) => !counter.endsWith('#'));
}

/**
 * Shortens the host that a visitor came from to what is worth counting: `www.LinkedIn.com:443` and the app
 * `com.linkedin.android` are both `linkedin.com`. Empty for no host; `*` for what is not a public name
 * (it could be somebody's address) or has more than 40 characters.
 */
export function shortenReferrer(referrer: string): string {
  const host = referrer
    .toLowerCase()
    .replace(/:\d+$|^www\./g, '')
    // Apps are named like hosts, the other way round.
    .replace(/^(com|org)\.([^.]+).*/, '$2.$1');
  return /^(?!.{41})(([a-z\d-]+\.)+[a-z][a-z\d-]+)?$/.test(host) ? host : '*';
}

/**
 * Shortens the path of a page to what is worth counting: `/de/index.html` is `/de/`. Empty for the main page, which has what the
 * others leave of the visits; `*` for what no page is called, or what has more than 40 characters.
 */
export function shortenPath(path: string): string {
  const page = path.replace(/^\/(index\.html)?$|index\.html$/, '');
  return /^(\/[a-z\d][a-z\d/-]{0,37}\/)?$/i.test(page) ? page : '*';
}
