import type { CloudReader } from '#aws';
import { type Answer, describeViewer, dropHopByHop } from '#edge';
import type { Behavior, Distribution } from './distribution.ts';
import { fetchFromBucket } from './fetch-from-bucket.ts';
import { fetchFromServer } from './fetch-from-server.ts';
import { filterNames } from './name-policy.ts';
import type { ViewerRequest } from './viewer-request.ts';

export type OriginRequest = {
  readonly request: ViewerRequest;
  readonly behavior: Behavior;
  readonly distribution: Distribution;
  readonly requestId: string;
  /** The version that is kept already. */
  readonly etag: string | undefined;
};

export type OriginTools = {
  readonly reader: Pick<CloudReader, 'readObject'>;
  readonly log: (text: string) => void;
};

/** Asks the origin of a behavior, with what its policies let through, what CloudFront adds, and nothing else. */
export function fetchFromOrigin(question: OriginRequest, { reader, log }: OriginTools): Promise<Answer> {
  const { request, behavior, distribution, etag } = question;
  const { path, isSecure, method, body } = request;
  if (behavior.origin.kind === 'bucket') {
    return fetchFromBucket(reader, behavior.origin, distribution, { path, isSecure, etag });
  }
  const { headers, query } = describeQuestion(question);
  return fetchFromServer(
    behavior.origin,
    { method, target: query === '' ? path : `${path}?${query}`, headers, body, isSecure },
    log,
  );
}

/** Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html */
function describeQuestion({ request, behavior, distribution, requestId, etag }: OriginRequest) {
  const { headers, address, port, httpVersion, body } = request;
  const added = describeViewer({ address, port, userAgent: headers['user-agent'] ?? '' });
  const { key, forwarded, encodings, origin } = behavior;
  const selected = filterNames(
    request,
    {
      headers: (name) => key.headers(name) || forwarded.headers(name),
      cookies: (name) => key.cookies(name) || forwarded.cookies(name),
      queries: (name) => key.queries(name) || forwarded.queries(name),
    },
    added,
  );
  const { host: _, 'content-length': __, ...chosen } = dropHopByHop(selected.headers);
  const came = headers['x-forwarded-for'];
  return {
    query: selected.query,
    headers: {
      'user-agent': 'Amazon CloudFront',
      ...chosen,
      ...(selected.cookies && { cookie: selected.cookies }),
      ...(encodings.length > 0 && { 'accept-encoding': encodings.join(', ') }),
      ...(etag && { 'if-none-match': etag }),
      ...(body.length > 0 && { 'content-length': String(body.length) }),
      'x-forwarded-for': came === undefined ? address : `${came}, ${address}`,
      via: `${httpVersion} ${distribution.domainName} (CloudFront)`,
      'x-amz-cf-id': requestId,
      ...origin.headers,
    },
  };
}
