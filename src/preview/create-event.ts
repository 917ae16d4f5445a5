import type { GatewayEvent } from '#counter';

export type Call = {
  readonly method: string;
  /** The request's target as it came: path and query. */
  readonly target: string;
  /** By lower-case name, every value on its own. */
  readonly headers: NodeJS.Dict<string[]>;
  readonly body: Uint8Array;
  readonly sourceIp: string;
  /** HTTP/1.1. */
  readonly protocol: string;
  readonly requestId: string;
  readonly now: Date;
};

/**
 * Creates the event that API Gateway's HTTP API hands to a function for a call, payload format 2.0.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function createEvent({ method, target, body, sourceIp, protocol, requestId, now, ...call }: Call): GatewayEvent {
  const [rawPath = '/', rawQueryString = ''] = target.split(/\?(.*)/s, 2);
  const { cookie, ...headers } = joinValues(call.headers);
  const query = readQuery(rawQueryString);
  const isBase64Encoded = body.length > 0 && !isText(headers['content-type'], body);
  const routeKey = `${method} ${rawPath}`;
  const domainName = headers.host ?? 'localhost';
  const event = {
    version: '2.0' as const,
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookie && { cookies: cookie.split(/[;,]\s*/) }),
    headers: {
      ...headers,
      'x-forwarded-for': headers['x-forwarded-for'] ? `${headers['x-forwarded-for']}, ${sourceIp}` : sourceIp,
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
    },
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName,
      domainPrefix: domainName.split('.', 1)[0] ?? '',
      http: { method, path: rawPath, protocol, sourceIp, userAgent: headers['user-agent'] ?? '' },
      requestId,
      routeKey,
      stage: '$default',
      time: formatTime(now),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: Buffer.from(body).toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
  return event;
}

function joinValues(headers: Call['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values?.join(',') ?? '']));
}

function readQuery(text: string): Record<string, string> | undefined {
  if (text === '') return undefined;
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    query.set(name, query.has(name) ? `${query.get(name)},${value}` : value);
  }
  return Object.fromEntries(query);
}

// The gateway passes these on as text and everything else in Base64.
const textType = /^(text\/|application\/(json|xml|javascript)\b)/i;

function isText(type: string | undefined, body: Uint8Array): boolean {
  return textType.test(type ?? '') && Buffer.from(Buffer.from(body).toString('utf8')).equals(body);
}

// 10/Mar/2020:05:16:23 +0000
function formatTime(now: Date): string {
  const [, day, month, year, time] = now.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
