import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { text } from 'node:stream/consumers';
import type { Site } from './start-desk.ts';

/** Reads the first page of a site. */
export async function readPage({ url, caFile }: Site): Promise<string> {
  const answer = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    get(url, { ca: readFileSync(caFile), signal: AbortSignal.timeout(30_000), agent: false }, resolve).on(
      'error',
      reject,
    );
  });
  return text(answer);
}
