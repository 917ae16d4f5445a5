const LONGEST_HOST = 40;

/**
 * Shortens the host that a visitor came from to what is worth counting: `www.LinkedIn.com:443` and the app
 * `com.linkedin.android` are both `linkedin.com`. Empty for no host; `*` for what is no public name
 * (it could be somebody's address) or is too long.
 */
export function shortenReferrer(referrer: string): string {
  const host = referrer
    .toLowerCase()
    .replace(/:\d+$|^www\./g, '')
    // Apps are named like hosts, the other way round.
    .replace(/^(com|org)\.([^.]+).*/, '$2.$1');
  return !host || (host.length <= LONGEST_HOST && /^([a-z\d-]+\.)+[a-z][a-z\d-]+$/.test(host)) ? host : '*';
}
