import type { VisitRequest } from '#visits';
import { hash } from './create-signer.ts';
import type { GatewayEvent } from './gateway-event.ts';

/**
 * Turns an API Gateway event into a request. It is believed to come from the site's edge when the SHA-256 of its header
 * `x-origin-secret` is one of `secretHashes`.
 *
 * Throws a TypeError when the event is none of an HTTP API with payload format 2.0.
 */
export function toRequest(event: unknown, secretHashes: readonly string[]): VisitRequest {
  const { routeKey: route, headers, body, isBase64Encoded } = event as GatewayEvent;
  return {
    route,
    // How long that takes may tell of the hashes, which are no secret, and tells nothing of what they were made from.
    isFromEdge: secretHashes.includes(hash(headers['x-origin-secret'] ?? '')),
    headers,
    body: (isBase64Encoded ? atob : String)(body ?? ''),
  };
}
