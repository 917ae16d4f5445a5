import { readFileSync } from 'node:fs';
import { type Reply, send } from '../local/send.ts';
import type { Deployed } from './house.ts';

/** Asks a place's edge, which nobody but this rehearsal trusts. */
export function askEdge(
  { url, caFile }: Deployed,
  target: string,
  method = 'GET',
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  return send(url, { target, method, headers, ca: readFileSync(caFile, 'utf8') });
}

/** What visitors of a place see. */
export async function readPage(place: Deployed): Promise<string> {
  const { status, body } = await askEdge(place, '/');
  if (status !== 200) throw new Error(`The page of ${place.name} was answered with ${status}: ${body}`);
  return body.toString();
}
