import type { Message } from './read-message.ts';
import type { VisitRequest } from './visit-request.ts';
import type { Decision } from './visit-response.ts';

export type Refusal = readonly [status: number, decision: Decision, error: string];

const LONGEST_BODY = 1024;

/**
 * Refuses what is no visit of the site, before anything of it is believed or written; undefined when it may be one.
 *
 * An Origin is not looked at: it could only be compared with the host that the browser asked for, and CloudFront cannot hand
 * that on to an API of AWS, which answers to its own name alone. Browsers send Sec-Fetch-Site since 2023.
 */
export function refuseRequest(
  { route, isFromEdge, headers, body }: VisitRequest,
  message: Message | undefined,
): Refusal | undefined {
  if (!isFromEdge) return [403, 'direct', 'Send it to the site, not to its API.'];
  if (!/^(same-origin|none|)$/.test(headers['sec-fetch-site'] ?? '')) {
    return [403, 'cross-site', 'Send it from the site itself.'];
  }
  if (!route.endsWith(' /visitor')) return [404, 'unknown-path', 'Send it to /visitor.'];
  if (!route.startsWith('POST ')) return [405, 'wrong-method', 'Send a POST request.'];
  if (body.length > LONGEST_BODY) return [413, 'too-large', 'Send a smaller body, or none.'];
  if (body && !message) return [400, 'unreadable', 'Send what the page sends, or no body.'];
  return undefined;
}
