import type { ResponseHeadersPolicyConfig } from '@aws-sdk/client-cloudfront';
import type { HeaderRules } from './distribution.ts';

export const noHeaderRules: HeaderRules = { added: [], removed: [] };

/** Reads what a response headers policy adds and removes. Headers for other origins' pages (CORS) are not among it. */
export function readHeaderRules(policy: ResponseHeadersPolicyConfig): HeaderRules {
  if (policy.CorsConfig) {
    throw new Error(
      `The response headers policy "${policy.Name}" lets other origins in (CORS), which this edge does not follow. Serve them from the same origin.`,
    );
  }
  const {
    ContentSecurityPolicy: csp,
    ContentTypeOptions: nosniff,
    FrameOptions: frame,
    ReferrerPolicy: referrer,
    StrictTransportSecurity: hsts,
    XSSProtection: xss,
  } = policy.SecurityHeadersConfig ?? {};
  const rule = (name: string, value: string | undefined, overrides: boolean | undefined) =>
    value === undefined ? [] : [{ name: name.toLowerCase(), value, overrides: overrides ?? false }];
  return {
    added: [
      ...rule('content-security-policy', csp?.ContentSecurityPolicy, csp?.Override),
      ...rule('x-content-type-options', nosniff && 'nosniff', nosniff?.Override),
      ...rule('x-frame-options', frame?.FrameOption, frame?.Override),
      ...rule('referrer-policy', referrer?.ReferrerPolicy, referrer?.Override),
      ...rule('strict-transport-security', hsts && formatHsts(hsts), hsts?.Override),
      ...rule('x-xss-protection', xss && formatXss(xss), xss?.Override),
      ...(policy.CustomHeadersConfig?.Items ?? []).flatMap(({ Header, Value, Override }) =>
        rule(Header ?? '', Value ?? '', Override),
      ),
    ],
    removed: (policy.RemoveHeadersConfig?.Items ?? []).map(({ Header }) => (Header ?? '').toLowerCase()),
  };
}

type Security = NonNullable<ResponseHeadersPolicyConfig['SecurityHeadersConfig']>;

function formatHsts(hsts: NonNullable<Security['StrictTransportSecurity']>): string {
  const subdomains = hsts.IncludeSubdomains ? '; includeSubDomains' : '';
  return `max-age=${hsts.AccessControlMaxAgeSec}${subdomains}${hsts.Preload ? '; preload' : ''}`;
}

function formatXss({ Protection, ModeBlock, ReportUri }: NonNullable<Security['XSSProtection']>): string {
  if (!Protection) return '0';
  if (ModeBlock) return '1; mode=block';
  return ReportUri ? `1; report=${ReportUri}` : '1';
}
