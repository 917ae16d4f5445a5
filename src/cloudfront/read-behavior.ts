import type { CacheBehavior, CachePolicyConfig, OriginRequestPolicyConfig } from '@aws-sdk/client-cloudfront';
import type { CloudReader } from '#aws';
import type { Behavior, Origin } from './distribution.ts';
import { noHeaderRules, readHeaderRules } from './header-rules.ts';
import { type Names, parseNamePolicy } from './name-policy.ts';

/** Reads a behavior with its policies and functions. */
export async function readBehavior(reader: CloudReader, behavior: CacheBehavior, origin: Origin): Promise<Behavior> {
  const { CachePolicyId, OriginRequestPolicyId, ResponseHeadersPolicyId } = behavior;
  if (!CachePolicyId) {
    throw new Error(
      `The behavior for ${behavior.PathPattern} has no cache policy; its older kind of settings this edge does not follow. Give it a cache policy.`,
    );
  }
  const [cache, forwarded, headers, onRequest, onResponse] = await Promise.all([
    reader.readCachePolicy(CachePolicyId),
    OriginRequestPolicyId ? reader.readOriginRequestPolicy(OriginRequestPolicyId) : undefined,
    ResponseHeadersPolicyId
      ? reader.readResponseHeadersPolicy(ResponseHeadersPolicyId).then(readHeaderRules)
      : noHeaderRules,
    readFunction(reader, behavior, 'viewer-request'),
    readFunction(reader, behavior, 'viewer-response'),
  ]);
  const { EnableAcceptEncodingBrotli, EnableAcceptEncodingGzip } = cache.ParametersInCacheKeyAndForwardedToOrigin ?? {};
  return {
    pattern: behavior.PathPattern ?? '*',
    origin,
    viewerProtocol: behavior.ViewerProtocolPolicy ?? 'allow-all',
    methods: behavior.AllowedMethods?.Items ?? ['GET', 'HEAD'],
    cachedMethods: behavior.AllowedMethods?.CachedMethods?.Items ?? ['GET', 'HEAD'],
    compresses: behavior.Compress ?? false,
    encodings: [
      ...(EnableAcceptEncodingBrotli ? (['br'] as const) : []),
      ...(EnableAcceptEncodingGzip ? (['gzip'] as const) : []),
    ],
    key: readNames(cache.ParametersInCacheKeyAndForwardedToOrigin),
    forwarded: readNames(forwarded),
    ttl: { min: cache.MinTTL ?? 0, default: cache.DefaultTTL ?? 86_400, max: cache.MaxTTL ?? 31_536_000 },
    headers,
    onRequest,
    onResponse,
  };
}

async function readFunction(
  reader: CloudReader,
  { FunctionAssociations }: CacheBehavior,
  event: 'viewer-request' | 'viewer-response',
): Promise<string | undefined> {
  const arn = FunctionAssociations?.Items?.find(({ EventType }) => EventType === event)?.FunctionARN;
  return arn === undefined ? undefined : reader.readFunction(arn);
}

type Chosen = Pick<OriginRequestPolicyConfig, 'CookiesConfig' | 'HeadersConfig' | 'QueryStringsConfig'>;
type Keyed = NonNullable<CachePolicyConfig['ParametersInCacheKeyAndForwardedToOrigin']>;

function readNames(chosen: Chosen | Keyed | undefined): Names {
  const { HeadersConfig, CookiesConfig, QueryStringsConfig } = chosen ?? {};
  return {
    headers: parseNamePolicy(HeadersConfig?.HeaderBehavior, HeadersConfig?.Headers?.Items),
    cookies: parseNamePolicy(CookiesConfig?.CookieBehavior, CookiesConfig?.Cookies?.Items),
    queries: parseNamePolicy(QueryStringsConfig?.QueryStringBehavior, QueryStringsConfig?.QueryStrings?.Items),
  };
}
