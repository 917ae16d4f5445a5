import { type IncomingHttpHeaders, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

export type Sent = {
  /** Default: GET. */
  readonly method?: string;
  /** The target exactly as it goes over the wire. Default: `/`. */
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
};

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** Sends one request as it is: nothing is resolved, added, followed or unpacked. */
export async function send(
  url: string,
  { method = 'GET', target = '/', headers = {}, body = '' }: Sent = {},
): Promise<Reply> {
  const { hostname, port } = new URL(url);
  const reply = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    request({ hostname, port, method, path: target, headers: headers as Record<string, string>, agent: false })
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
  return { status: reply.statusCode ?? 0, headers: reply.headers, body: await buffer(reply) };
}
