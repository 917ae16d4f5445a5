import type { VisitHeaders } from './visit-request.ts';
import type { VisitNote } from './visit-store.ts';

/**
 * Finds what tells one visitor from another: address, agent and host. Only the address that the edge gives is believed; without
 * one, nobody is told from another.
 */
export function findVisitor(headers: VisitHeaders): Pick<VisitNote, 'person'> {
  const address = headers['cloudfront-viewer-address'];
  return address ? { person: `${shortenAddress(address)}|${headers['user-agent']}|${headers.host}` } : {};
}

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
