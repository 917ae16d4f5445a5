import type { ResponseHeadersPolicyConfig } from '@aws-sdk/client-cloudfront';
import type { Answer } from '#edge';

/** What a response headers policy adds and removes; names in lower case. */
export type HeaderRules = {
  readonly added: readonly { readonly name: string; readonly value: string; readonly overrides: boolean }[];
  readonly removed: readonly string[];
};

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

/** Applies a response headers policy: removes, then adds. */
export function applyHeaderRules(answer: Answer, { added, removed }: HeaderRules): Answer {
  const kept = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !removed.includes(name)));
  const wanted = added.filter(({ name, overrides }) => overrides || !Object.hasOwn(kept, name));
  return { ...answer, headers: { ...kept, ...Object.fromEntries(wanted.map(({ name, value }) => [name, value])) } };
}
