import { hashSource } from '#html';

/**
 * The response headers of every file, by lower-case name. The policy lets in what the site is made of and nothing else:
 * its own stylesheet and pictures, and exactly the given inline scripts, by hash. All of the site's scripts are listed,
 * whichever the page uses, so that choosing another counter needs no new policy.
 */
export function createHeaders(scripts: readonly string[]): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(hashSource).join(' ')}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    // Two years. Without includeSubDomains: a résumé at an apex domain does not decide for its siblings.
    'strict-transport-security': 'max-age=63072000',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
