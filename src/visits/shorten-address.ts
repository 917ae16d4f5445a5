/**
 * Shortens a viewer's address and port, `203.0.113.7:51422`, to what stays the same for one person: the IPv4 address, or the
 * first half of the IPv6 address, because the second half changes by itself.
 */
export function shortenAddress(address: string): string {
  const host = address.replace(/:\d+$/, '');
  // Two colons stand for as many zeros as are missing of eight.
  return host
    .replace('::', `${':0'.repeat(9 - host.split(':').length)}:`)
    .split(':', 4)
    .join(':');
}
