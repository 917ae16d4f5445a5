import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, connect } from 'node:net';
import { createServer } from 'node:tls';

/** Starts HTTPS in front of an HTTP address, with the certificate that dynalite brings, which nobody should trust. */
export async function startTls(target: string): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const { resolve } = createRequire(import.meta.url);
  const read = (name: string) => readFileSync(resolve(`dynalite/ssl/${name}`));
  const server = createServer({ key: read('server-key.pem'), cert: read('server-crt.pem') }, (outer) => {
    const inner = connect(Number(new URL(target).port), '127.0.0.1');
    outer.on('error', () => inner.destroy()).pipe(inner);
    inner.on('error', () => outer.destroy()).pipe(outer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.close();
      await once(server, 'close');
    },
  };
}
