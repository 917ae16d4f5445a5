import http from 'node:http';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { createDynamoStore, type Item } from '#counter';
import { startTable } from '#preview';
import { createVisits, type VisitRequest } from '#visits';

type Received = {
  /** Requests to the tables, per visit. */
  readonly writes: number;
  readonly reads: number;
  readonly visitors: Item;
  readonly day: Item;
};

const hosts = ['www.linkedin.com', 'github.com', 'www.xing.com', 'www.google.com', 'jobs.example.org', ''];
const pages = [undefined, '/de/', undefined, '/for/platform/', undefined];
const countries = ['DE', 'AT', 'CH', 'FR', 'GB', 'US', 'NL', 'PL', 'IT', 'ES', 'SE', 'IN'];
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const place = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

/**
 * Lets visits of the page come, one every so many seconds, to one sandbox that stays warm, and counts what it asks of the tables.
 * They are from twelve countries, by five referrers, on three pages, and every fourth is a person who was there before.
 */
export async function receiveVisits(count: number, secondsApart: number): Promise<Received> {
  const table = await startTable();
  try {
    const asked = { UpdateItem: 0, GetItem: 0 };
    const counting = {
      Agent: http.Agent,
      request(url: URL, options: http.RequestOptions) {
        const { 'x-amz-target': target } = options.headers as http.OutgoingHttpHeaders;
        asked[String(target).endsWith('GetItem') ? 'GetItem' : 'UpdateItem'] += 1;
        return http.request(url, options);
      },
    };
    const clock = { ms: Date.parse('2026-05-20T00:00:30Z') };
    const now = () => new Date(clock.ms);
    const names = { table: 'visits', seenTable: 'visits-seen' };
    const store = createDynamoStore({ ...place, ...names, http: counting, endpoint: table.url, now });
    const visits = createVisits({ store, now });
    for (let at = 0; at < count; at += 1) {
      const { statusCode } = await visits(createRequest(at));
      if (statusCode !== 200)
        throw new Error(`A visit was answered ${statusCode}. Run npm test -- contract to see why.`);
      clock.ms += secondsApart * 1000;
    }

    const client = new DynamoDBClient({ ...place, endpoint: table.url });
    const { Items = [] } = await client.send(new ScanCommand({ TableName: names.table }));
    client.destroy();
    const find = (start: string) => (Items.find(({ CounterName }) => CounterName?.S?.startsWith(start)) ?? {}) as Item;
    const [writes, reads] = [asked.UpdateItem / count, asked.GetItem / count];
    return { writes, reads, visitors: find('visitors'), day: find('day#') };
  } finally {
    await table.stop();
  }
}

function createRequest(at: number): VisitRequest {
  return {
    route: 'POST /visitor',
    isFromEdge: true,
    headers: {
      origin: 'https://jane.example',
      'user-agent': agent,
      'cloudfront-viewer-address': `203.0.${Math.floor(at * 0.75)}.7:443`,
      'cloudfront-viewer-country': countries[at % countries.length],
      'cloudfront-is-mobile-viewer': String(at % 2 === 0),
    },
    body: JSON.stringify({ id: String(at).padStart(8, '0'), r: hosts[at % hosts.length], p: pages[at % pages.length] }),
  };
}
