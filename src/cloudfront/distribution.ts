import type { HeaderRules } from './header-rules.ts';
import type { Names } from './name-policy.ts';

/** What a distribution does, read and understood. */
export type Distribution = {
  readonly id: string;
  readonly arn: string;
  readonly domainName: string;
  readonly isEnabled: boolean;
  /** The path that stands for `/`; empty for none. */
  readonly rootPath: string;
  /** In the order in which a path finds the one that it belongs to; the last takes every path. */
  readonly behaviors: readonly Behavior[];
  /** What takes the place of an error, by its status. */
  readonly errorPages: ReadonlyMap<number, ErrorPage>;
  /** One sentence for each setting that this edge does not follow. */
  readonly notes: readonly string[];
};

export type Behavior = {
  /** May hold `*` and `?`. */
  readonly pattern: string;
  readonly origin: Origin;
  readonly viewerProtocol: 'allow-all' | 'https-only' | 'redirect-to-https';
  readonly methods: readonly string[];
  readonly cachedMethods: readonly string[];
  readonly compresses: boolean;
  /** Whether it tells the encodings apart that a viewer accepts. */
  readonly encodings: readonly ('br' | 'gzip')[];
  /** What distinguishes two answers; goes to the origin too. */
  readonly key: Names;
  /** What else goes to the origin. */
  readonly forwarded: Names;
  readonly ttl: TtlBounds;
  readonly headers: HeaderRules;
  /** The code of the viewer functions. */
  readonly onRequest: string | undefined;
  readonly onResponse: string | undefined;
};

/** How long an answer may be kept, in seconds. */
export type TtlBounds = { readonly min: number; readonly default: number; readonly max: number };

export type ErrorPage = {
  /** Nothing keeps the origin's own body. */
  readonly path: string | undefined;
  readonly status: number;
  readonly ttlSeconds: number;
};

export type Origin = BucketOrigin | ServerOrigin;

type CommonOrigin = {
  /** Put before every path; empty or like `/folder`. */
  readonly path: string;
  /** Sent with every request, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
};

export type BucketOrigin = CommonOrigin & {
  readonly kind: 'bucket';
  readonly bucket: string;
  /** The bucket's policy as JSON. */
  readonly policy: string | undefined;
  /** Whether CloudFront shows who it is, as an origin access control says. */
  readonly isSigned: boolean;
};

export type ServerOrigin = CommonOrigin & {
  readonly kind: 'server';
  readonly host: string;
  readonly protocol: 'http-only' | 'https-only' | 'match-viewer';
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly timeoutMs: number;
};
