import { createHash } from 'node:crypto';

/** Reads a content security policy: by directive in lower case, in their order, the sources that it lets in. */
export function parsePolicy(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .filter(([directive]) => directive !== '')
      .map(([directive = '', ...sources]) => [directive.toLowerCase(), sources]),
  );
}

/** How a policy names an inline script or stylesheet with exactly this text. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
