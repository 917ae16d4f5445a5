import { createDynamoStore, createGatewayHandler } from '#counter';
import { createVisits } from '#visits';

// Read once, when the sandbox starts.
const { env } = process;
const [region, accessKeyId, secretAccessKey, table, seenTable, secretHashes] = [
  'AWS_REGION',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'TABLE_NAME',
  'SEEN_TABLE_NAME',
  'ORIGIN_SECRET_HASHES',
].map((name) => {
  const value = env[name];
  if (!value) throw new Error(`${name} is missing. Deploy api_gateway-lambda again.`);
  return value;
}) as [string, string, string, string, string, string];
const endpoint = env.AWS_ENDPOINT_URL_DYNAMODB || env.AWS_ENDPOINT_URL;

const store = createDynamoStore({
  // An `import` of such a module reads its every export, and one of them loads all of fetch: 50 ms of a cold start.
  http: process.getBuiltinModule(`node:http${endpoint?.startsWith('http:') ? '' : 's'}` as 'node:https'),
  region,
  table,
  seenTable,
  credentials: { accessKeyId, secretAccessKey, sessionToken: env.AWS_SESSION_TOKEN ?? '' },
  endpoint,
  keepDays: Number(env.KEEP_DAYS),
});

/** What AWS Lambda calls with each event of the API. */
export const handler = createGatewayHandler(createVisits({ store }), secretHashes.split(','), (entry) =>
  console.error(JSON.stringify(entry)),
);
