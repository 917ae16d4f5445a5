import { lookup as lookUp } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { printable, UserError } from '#cli';

/** The largest picture that is taken, in bytes. */
export const maxBytes = 10_000_000;
const maxRedirects = 5;
const maxMs = 30_000;

/** Asks for an address; of what `lookup` finds, one is connected to. Default: Node's own https. */
type Ask = (url: URL, lookup: LookupFunction) => Promise<IncomingMessage>;

/**
 * Fetches a picture over https from a public address: neither a redirect nor a name may lead into this machine or its
 * network. Throws a `UserError` that says why there is none.
 */
export async function fetchPicture(address: string, ask: Ask = askHttps): Promise<Uint8Array> {
  let url = readAddress(address);
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const response = await askSafely(url, ask);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy();
      url = readAddress(URL.canParse(headers.location, url) ? new URL(headers.location, url).href : headers.location);
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new UserError(`${url.host} answers ${statusCode}. Open the address in a browser and save the picture.`, 3);
    }
    return readBody(response, url);
  }
  throw new UserError(
    `${printable(address)} leads on more than ${maxRedirects} times. Name the picture's own address.`,
    3,
  );
}

function readAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:') {
    throw new UserError(
      `${printable(address)} is not an https:// address, which alone is fetched. Save the picture, and name its file.`,
      2,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new UserError('The address has a user name or a password in it. Save the picture, and name its file.', 2);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublic(host)) throw refuseHost(host);
  return url;
}

function refuseHost(host: string): UserError {
  return new UserError(
    `${host} is in a private network, from which nothing is fetched. Save the picture, and name its file.`,
    2,
  );
}

async function askSafely(url: URL, ask: Ask): Promise<IncomingMessage> {
  try {
    return await ask(url, lookUpPublic);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${url.host} cannot be reached. Check the address and your connection.`, 3);
  }
}

async function readBody(response: IncomingMessage, url: URL): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      size += chunk.length;
      if (size > maxBytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw new UserError(`${url.host} ended before the picture was there. Try again.`, 3);
  }
  if (size > maxBytes) throw new UserError('The picture has more than 10 MB. Make it smaller, and name its file.', 3);
  return Buffer.concat(chunks);
}

function askHttps(url: URL, lookup: LookupFunction): Promise<IncomingMessage> {
  const options: RequestOptions = {
    lookup,
    signal: AbortSignal.timeout(maxMs),
    headers: { accept: 'image/*', 'user-agent': 'cloud-resume' },
    // A new connection each time, so that none is taken over.
    agent: false,
  };
  return new Promise((resolve, reject) => request(url, options, resolve).on('error', reject).end());
}

/** Looks a name up as Node does, but for a name of which any address is not public. */
export const lookUpPublic: LookupFunction = (host, options, callback) => {
  lookUp(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '');
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublic(address)))
      return callback(refuseHost(host), '');
    const [first] = addresses;
    if (options.all) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family);
  });
};

// Source: IANA's registries of special-purpose addresses (RFC 6890), and multicast.
const reserved = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  reserved.addSubnet(net, prefix, 'ipv4');
}
// What is not in 2000::/3 is not given out; of that, these hide another address or are for documents.
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  reserved.addSubnet(net, prefix, 'ipv6');
}

/** Whether an IP address is one of the public internet. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !reserved.check(address, 'ipv4');
  return isIP(address) === 6 && given.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
}
