import type { VisitRequest } from '#visits';
import type { GatewayEvent } from './gateway-event.ts';

/**
 * Turns an API Gateway event into a request.
 *
 * Throws an Error that names what is wrong when the event is none of an HTTP API with payload format 2.0.
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
    body: typeof body === 'string' ? [Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')] : null,
  };
}

function assertGatewayEvent(event: unknown): asserts event is GatewayEvent {
  const { version, rawPath, rawQueryString, cookies, headers, requestContext, body } = (event ??
    {}) as Partial<GatewayEvent>;
  const invalid = Object.entries({
    'version "2.0"': version === '2.0',
    rawPath: typeof rawPath === 'string',
    rawQueryString: typeof rawQueryString === 'string',
    cookies: Array.isArray(cookies ?? []),
    headers: Object.values(headers ?? [null]).every((value) => typeof value === 'string'),
    'requestContext.domainName': typeof requestContext?.domainName === 'string',
    'requestContext.http.method': typeof requestContext?.http?.method === 'string',
    body: typeof (body ?? '') === 'string',
  }).filter(([, valid]) => !valid);
  if (invalid.length > 0) {
    throw new Error(
      `The event is no request of an API Gateway HTTP API: it has no valid ${invalid.map(([part]) => part).join(', ')}. ` +
        'Call the function through its route POST /visitor, with payload format version 2.0.',
    );
  }
}
