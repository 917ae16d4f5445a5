import type { VisitHeaders } from './visit-request.ts';
import type { Visitor } from './visit-store.ts';

/**
 * Finds what tells one visitor from another: address, agent and host. Only the address that the edge gives, such as
 * `203.0.113.7:51422`, is believed; without one, nobody is told from another.
 *
 * Of an IPv6 address the first half stands for a person, because the second half changes by itself. A network is the first three
 * parts of an address: a /24 of IPv4 or a /48 of IPv6, as much as one customer gets.
 */
export function findVisitor(headers: VisitHeaders): Visitor | undefined {
  const host = headers['cloudfront-viewer-address']?.replace(/:\d+$/, '');
  if (!host) return undefined;
  const parts = host
    // Two colons stand for as many zeros as are missing of eight.
    .replace('::', `${':0'.repeat(9 - host.split(':').length)}:`)
    .split(/[:.]/, 4);
  return {
    network: `${parts.slice(0, 3)}`,
    person: `${parts}|${headers['user-agent']}|${headers.host}`,
  };
}
