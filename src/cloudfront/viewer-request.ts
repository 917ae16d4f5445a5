import type { IncomingMessage } from 'node:http';
import { readBody } from '#edge';

/** What a viewer asks the edge for. */
export type ViewerRequest = {
  readonly method: string;
  /** As it came, encoded, without the query. */
  readonly path: string;
  /** As it came, without the question mark; empty for none. */
  readonly query: string;
  /** By lower-case name; what came more than once is joined. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly address: string;
  readonly port: number | undefined;
  /** Such as `1.1`. */
  readonly httpVersion: string;
  /** Whether it came by HTTPS. */
  readonly isSecure: boolean;
};

/** Reads what a viewer asks; nothing when its body is larger than so many bytes. */
export async function readViewerRequest(
  request: IncomingMessage,
  { isSecure, maxBytes }: { readonly isSecure: boolean; readonly maxBytes: number },
): Promise<ViewerRequest | undefined> {
  const body = await readBody(request, maxBytes);
  if (!body) return undefined;
  const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s, 2);
  return {
    method: request.method ?? 'GET',
    path,
    query,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body,
    address: request.socket.remoteAddress ?? '',
    port: request.socket.remotePort,
    httpVersion: request.httpVersion,
    isSecure,
  };
}
