import { type Answer, readHeader } from '#edge';
import type { ErrorPage, TtlBounds } from './distribution.ts';

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
const keptErrors = [404, 414, 500, 501, 502, 503, 504];

/**
 * Chooses for how many seconds an origin's answer is kept: what its headers say, within the bounds of the cache policy.
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html
 */
export function chooseTtl(answer: Answer, bounds: TtlBounds, page: ErrorPage | undefined, now: Date): number {
  const wanted = readLifetime(answer, now);
  if (answer.status >= 400) {
    const least = page?.ttlSeconds ?? 10;
    return keptErrors.includes(answer.status) ? Math.max(least, wanted ?? 0) : (wanted ?? 0);
  }
  return Math.min(Math.max(wanted ?? bounds.default, bounds.min), bounds.max);
}

function readLifetime(answer: Answer, now: Date): number | undefined {
  const control = readHeader(answer, 'cache-control').toLowerCase();
  if (/\b(no-store|no-cache|private)\b/.test(control)) return 0;
  const seconds = /\bs-maxage=(\d+)/.exec(control)?.[1] ?? /\bmax-age=(\d+)/.exec(control)?.[1];
  if (seconds !== undefined) return Number(seconds);
  const expires = readHeader(answer, 'expires');
  if (expires === '') return undefined;
  // A date that is none has passed.
  return Math.max(0, Math.floor((Date.parse(expires) - now.getTime()) / 1000)) || 0;
}
