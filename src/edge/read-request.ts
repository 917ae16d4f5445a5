import type { IncomingMessage } from 'node:http';

/** Reads the body of a request; nothing when it is larger than so many bytes. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // The answer to a body that is too large still needs the connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Decodes a path as S3 does: a plus is a space. Bytes that are not UTF-8 become U+FFFD, which no file has; decodeURIComponent
 * would throw.
 */
export function decodePath(path: string): string {
  return path
    .replaceAll('+', ' ')
    .replace(/(%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'));
}
