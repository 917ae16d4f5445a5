import { createGatewayHandler } from '#counter';
import { createVisits } from '#visits';
import { createSdkStore } from './create-sdk-store.ts';

const {
  AWS_REGION = '',
  AWS_ACCESS_KEY_ID = '',
  AWS_SECRET_ACCESS_KEY = '',
  AWS_ENDPOINT_URL = '',
  TABLE_NAME = '',
  ORIGIN_SECRET_HASHES = '',
} = process.env;

const store = createSdkStore({
  region: AWS_REGION,
  table: TABLE_NAME,
  credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY },
  endpoint: AWS_ENDPOINT_URL,
});

/** The function as it is, but for its store, which uses the official client and keeps the total alone. */
export const handler = createGatewayHandler(createVisits({ store }), ORIGIN_SECRET_HASHES.split(','), (entry) =>
  console.error(JSON.stringify(entry)),
);
