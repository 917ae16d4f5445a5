import type { Server } from 'node:http';

/** A running part of the cloud on your desk. */
export type Service = {
  /** Where it answers, without a slash at the end: `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Ends it with all that belongs to it; open connections are closed. */
  stop(): Promise<void>;
};

type Address = {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** How many ports to try, counted upwards from `port`. */
  readonly maxPorts: number;
};

/** Makes the server listen and returns its URL; rejects with a sentence that says what to do when it can't. */
export async function listen(server: Server, { host, port, maxPorts }: Address): Promise<string> {
  const last = Math.min(port + maxPorts - 1, 65_535);
  for (let candidate = port; ; candidate += 1) {
    const error = await tryToListen(server, host, candidate);
    if (!error) return formatUrl(server);
    if (error.code !== 'EADDRINUSE' || candidate >= last) {
      throw new Error(explain(error, host, port, last), { cause: error });
    }
  }
}

/** Stops the server at once, open connections included. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

function tryToListen(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.off('error', resolve);
      resolve(undefined);
    });
  });
}

function formatUrl(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port.');
  // These two mean every address of the machine, and cannot be opened themselves.
  const everywhere = address.address === '0.0.0.0' || address.address === '::';
  const host = everywhere ? '127.0.0.1' : address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

function explain({ code, message }: NodeJS.ErrnoException, host: string, first: number, last: number): string {
  const ports = first === last ? `Port ${first}` : `Every port from ${first} to ${last}`;
  switch (code) {
    case 'EADDRINUSE':
      return `${ports} is taken. Stop the program that uses it, or choose another port.`;
    case 'EACCES':
      return `Port ${first} may not be opened by this user. Choose one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `This machine has no address "${host}". Choose one of its own, such as 127.0.0.1.`;
    default:
      return `Cannot listen on ${host}, port ${first} (${message}). Choose another address or port.`;
  }
}
