import { type IncomingHttpHeaders, type IncomingMessage, request as sendHttp } from 'node:http';
import { request as sendHttps } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';

export type Sent = {
  /** Default: GET. */
  readonly method?: string;
  /** The target exactly as it goes over the wire. Default: `/`. */
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** The authority to trust, in PEM. Default: those of the machine. */
  readonly ca?: string;
};

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** Sends one request as it is: nothing is resolved, added, followed or unpacked. */
export async function send(
  url: string,
  { method = 'GET', target = '/', headers = {}, body = '', ca }: Sent = {},
): Promise<Reply> {
  const { protocol, hostname, port } = new URL(url);
  const options = { hostname, port, method, path: target, headers: headers as Record<string, string>, agent: false };
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    // Node would hold the certificate to the Host header.
    const tls = { checkServerIdentity: (_: string, found: PeerCertificate) => checkServerIdentity(hostname, found) };
    const request = protocol === 'https:' ? sendHttps({ ...options, ...tls, ...(ca && { ca }) }) : sendHttp(options);
    request.on('response', resolve).on('error', reject).end(body);
  });
  return { status: reply.statusCode ?? 0, headers: reply.headers, body: await buffer(reply) };
}
