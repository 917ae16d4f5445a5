import { shortenReferrer } from './shorten-referrer.ts';
import type { VisitHeaders } from './visit-request.ts';

/** Lists what the statistics count of a person's visit; `time` is an ISO time in UTC. */
export function listMarks(headers: VisitHeaders, referrer: string, time: string): readonly string[] {
  const device = ['tablet', 'mobile'].find((kind) => headers[`cloudfront-is-${kind}-viewer`] === 'true');
  const marks = ['v', `h#${time.slice(11, 13)}`, `d#${device?.[0] ?? 'd'}`];
  const country = headers['cloudfront-viewer-country'] ?? '';
  if (/^[A-Z]{2}$/.test(country)) marks.push(`c#${country}`);
  const host = shortenReferrer(referrer);
  if (host) marks.push(`r#${host}`);
  return marks;
}
