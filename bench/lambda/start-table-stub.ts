import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The items of a busy day and of the total, as DynamoDB replies with them to a read and to an update, all in one. */
const item = {
  count: { N: '2048' },
  b: { N: '179000000' },
  v: { N: '48' },
  u: { N: '40' },
  'h#07': { N: '5' },
  'd#d': { N: '30' },
  'c#DE': { N: '20' },
  'r#linkedin.com': { N: '15' },
  kept: { S: '9999-12-31#a-salt-that-is-never-renewed' },
};
const reply = JSON.stringify({ Attributes: item, Item: item });

/** Starts what replies at once to every request of a table, so that all that takes time is who asks. */
export async function startTableStub(): Promise<{ readonly url: string; stop(): void }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end(reply));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
