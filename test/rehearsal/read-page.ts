import { readFileSync } from 'node:fs';
import { type Reply, send } from '../local/send.ts';
import type { Deployed } from './rehearsal.ts';

/** Asks an environment's edge, which nobody but this rehearsal trusts. */
export function askEdge(
  { url, caFile }: Deployed,
  target: string,
  method = 'GET',
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<Reply> {
  return send(url, { target, method, headers, body, ca: readFileSync(caFile, 'utf8') });
}

/** What visitors of an environment see. */
export async function readPage(environment: Deployed): Promise<string> {
  const { status, body } = await askEdge(environment, '/');
  if (status !== 200) throw new Error(`The page of ${environment.name} was answered with ${status}: ${body}`);
  return body.toString();
}
