import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type Answer, textAnswer } from './answer.ts';

export type Welcome = {
  /** A name by which it may be reached, beside localhost and every address in figures. */
  readonly name?: string | undefined;
  /** Which pages may ask by script: the site's own, any of this machine's, or none. */
  readonly pages: 'own' | 'local' | 'none';
};

/**
 * What a request is answered that may come from a page of another site; nothing to all others.
 *
 * A browser takes an address for a site's own when the site's name leads there, and everybody can let a name lead to this machine
 * (DNS rebinding). So a `Host` that is not this machine's is refused, and so is an `Origin` that is not the site's.
 */
export function refuseForeign(request: IncomingMessage, { name, pages }: Welcome): Answer | undefined {
  const { host = '', origin } = request.headers;
  if (!isLocal(parseUrl(`http://${host}`), name)) {
    return textAnswer(
      421,
      'This answers only by addresses of this machine. Open 127.0.0.1 or localhost, or name it with --host.',
    );
  }
  if (origin === undefined) return undefined;
  const protocol = request.socket instanceof TLSSocket ? 'https:' : 'http:';
  const isWelcome =
    (pages === 'own' && parseUrl(origin)?.origin === parseUrl(`${protocol}//${host}`)?.origin) ||
    (pages === 'local' && isLocal(parseUrl(origin), name));
  return isWelcome ? undefined : textAnswer(403, 'This does not answer pages of other sites. Open its own address.');
}

function isLocal(url: URL | undefined, name: string | undefined): boolean {
  const host = url?.hostname ?? '';
  // [::1]
  const address = host.replace(/^\[(.*)\]$/, '$1');
  return isIP(address) !== 0 || /^(.+\.)?localhost$/.test(host) || (host !== '' && host === name?.toLowerCase());
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
