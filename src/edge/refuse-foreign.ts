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
 * (DNS rebinding). So a `Host` that is not this machine's is refused, and so is an `Origin` that is not the site's. Both have to
 * stand there as browsers write them: what is read as a host only with good will could be read as another by somebody else.
 */
export function refuseForeign(request: IncomingMessage, { name, pages }: Welcome): Answer | undefined {
  const { headers, headersDistinct, socket, url: target = '/' } = request;
  const [host = '', ...others] = headersDistinct.host ?? [];
  // As proxies are asked: the whole address, whose host goes before that of the header.
  const isWhole = !target.startsWith('/') && target !== '*';
  if (!isLocal(host, name) || others.length > 0 || (isWhole && readHost(target) !== host.toLowerCase())) {
    return textAnswer(
      421,
      'This answers only by addresses of this machine. Open 127.0.0.1 or localhost, or name it with --host.',
    );
  }
  const { origin } = headers;
  if (origin === undefined) return undefined;
  const protocol = socket instanceof TLSSocket ? 'https:' : 'http:';
  const isPlain = parseUrl(origin)?.origin === origin;
  const isWelcome =
    (pages === 'own' && origin === parseUrl(`${protocol}//${host}`)?.origin) ||
    (pages === 'local' && isPlain && isLocal(readHost(origin), name));
  return isWelcome ? undefined : textAnswer(403, 'This does not answer pages of other sites. Open its own address.');
}

/** Whether a host, with its port or without, is this machine by a name or by an address in figures. */
function isLocal(host: string, name: string | undefined): boolean {
  const wanted = host.toLowerCase().replace(/:\d+$/, '');
  const found = parseUrl(`http://${host}`)?.hostname;
  if (found === undefined || found !== wanted) return false;
  // [::1]
  const address = found.replace(/^\[(.*)\]$/, '$1');
  return (
    isIP(address) !== 0 ||
    /^([\w-]+\.)*localhost$/.test(found) ||
    (name !== undefined && found === parseUrl(`http://${name}`)?.hostname)
  );
}

function readHost(url: string): string {
  return parseUrl(url)?.host ?? '';
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
