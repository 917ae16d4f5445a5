import type { VisitRequest } from '#visits';
import type { GatewayEvent } from './gateway-event.ts';

/**
 * Turns an API Gateway event into a request.
 *
 * Throws an Error that names what is missing when the event is none of an HTTP API with payload format 2.0.
 */
export function toRequest(event: unknown): VisitRequest {
  assertGatewayEvent(event);
  const { rawPath, rawQueryString, cookies, headers, requestContext, body, isBase64Encoded } = event;

  const names = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  if (cookies) names.set('cookie', cookies.join('; '));

  // The gateway decodes the path, so these two may stand in it and would otherwise end it.
  const path = rawPath.replaceAll('?', '%3F').replaceAll('#', '%23');
  return {
    method: requestContext.http.method,
    url: `https://${requestContext.domainName}${path}${rawQueryString && `?${rawQueryString}`}`,
    headers: names,
    body: body === undefined ? null : [Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')],
  };
}

function assertGatewayEvent(event: unknown): asserts event is GatewayEvent {
  const { version, rawPath, rawQueryString, headers, requestContext } = (event ?? {}) as Partial<GatewayEvent>;
  const missing = Object.entries({
    'version "2.0"': version === '2.0',
    rawPath: typeof rawPath === 'string',
    rawQueryString: typeof rawQueryString === 'string',
    headers: typeof headers === 'object' && headers !== null,
    'requestContext.domainName': typeof requestContext?.domainName === 'string',
    'requestContext.http.method': typeof requestContext?.http?.method === 'string',
  }).filter(([, found]) => !found);
  if (missing.length > 0) {
    throw new Error(
      `The event is no request of an API Gateway HTTP API: it lacks ${missing.map(([part]) => part).join(', ')}. ` +
        'Call the function through its route POST /visitor, with payload format version 2.0.',
    );
  }
}
