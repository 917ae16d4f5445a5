import type { VisitHeaders } from './visit-request.ts';

const maxHostLength = 40;

/** Lists what the statistics count of a person's visit, as `readDay` explains; `time` is an ISO time in UTC. */
export function listCounters(headers: VisitHeaders, referrer: string, time: string): readonly string[] {
  const device = ['tablet', 'mobile'].find((kind) => headers[`cloudfront-is-${kind}-viewer`] === 'true');
  const counters = ['v', `h#${time.slice(11, 13)}`, `d#${device?.[0] ?? 'd'}`];
  const country = headers['cloudfront-viewer-country'] ?? '';
  if (/^[A-Z]{2}$/.test(country)) counters.push(`c#${country}`);
  const host = shortenReferrer(referrer);
  if (host) counters.push(`r#${host}`);
  return counters;
}

/**
 * Shortens the host that a visitor came from to what is worth counting: `www.LinkedIn.com:443` and the app
 * `com.linkedin.android` are both `linkedin.com`. Empty for no host; `*` for what is not a public name
 * (it could be somebody's address) or is too long.
 */
export function shortenReferrer(referrer: string): string {
  const host = referrer
    .toLowerCase()
    .replace(/:\d+$|^www\./g, '')
    // Apps are named like hosts, the other way round.
    .replace(/^(com|org)\.([^.]+).*/, '$2.$1');
  return !host || (host.length <= maxHostLength && /^([a-z\d-]+\.)+[a-z][a-z\d-]+$/.test(host)) ? host : '*';
}
