import { lookup } from 'node:dns';
import { type IncomingMessage, request as sendHttp } from 'node:http';
import { request as sendHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Answer, dropHopByHop, textAnswer } from '#edge';
import type { ServerOrigin } from './distribution.ts';

type ServerRequest = {
  readonly method: string;
  /** With the query, as it goes over the wire. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Whether the viewer came by HTTPS. */
  readonly isSecure: boolean;
};

/**
 * Asks a server, once and never again. A server that cannot be reached is a 502, one that takes too long a 504; why is given to
 * `log`. Certificates are checked; NODE_EXTRA_CA_CERTS names more authorities to trust.
 */
export async function fetchFromServer(
  { host, protocol, httpPort, httpsPort, path, timeoutMs }: ServerOrigin,
  { method, target, headers, body, isSecure }: ServerRequest,
  log: (text: string) => void,
): Promise<Answer> {
  const isTls = protocol === 'https-only' || (protocol === 'match-viewer' && isSecure);
  const url = `${isTls ? `https://${host}:${httpsPort}` : `http://${host}:${httpPort}`}${path}${target}`;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const send = isTls ? sendHttps : sendHttp;
      // A kept connection could be closed at the wrong moment, and nothing is sent twice.
      send(url, { method, headers, signal, lookup: lookUp, agent: false })
        .on('response', resolve)
        .on('error', reject)
        .end(body);
    });
    return { status: response.statusCode ?? 502, headers: readHeaders(response), body: await buffer(response) };
  } catch (error) {
    const why = signal.aborted ? `did not answer in full within ${timeoutMs / 1000} s` : (error as Error).message;
    log(`The origin ${new URL(url).origin} cannot be asked: ${why}.`);
    return signal.aborted
      ? textAnswer(504, 'The origin took too long to answer.')
      : textAnswer(502, 'The origin cannot be reached.');
  }
}

function readHeaders({ headers, headersDistinct }: IncomingMessage): Answer['headers'] {
  const { 'content-length': _, 'set-cookie': __, ...kept } = dropHopByHop(headers);
  const cookies = headersDistinct['set-cookie'];
  const joined = Object.entries(kept).map(([name, value]) => [name, String(value)] as const);
  return { ...Object.fromEntries(joined), ...(cookies && { 'set-cookie': cookies }) };
}

// A name below localhost is this machine, which not every resolver knows: https://www.rfc-editor.org/rfc/rfc6761#section-6.3
const lookUp: LookupFunction = (host, options, callback) => {
  if (!host.endsWith('.localhost')) return lookup(host, options, callback);
  return options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4);
};
