import { createGatewayHandler } from '#aws';
import { createVisits, type VisitLogEntry } from '#visits';
import { createSdkStore } from './create-sdk-store.ts';

const {
  AWS_REGION = '',
  AWS_ACCESS_KEY_ID = '',
  AWS_SECRET_ACCESS_KEY = '',
  AWS_ENDPOINT_URL = '',
  TABLE_NAME = '',
} = process.env;

const store = createSdkStore({
  region: AWS_REGION,
  table: TABLE_NAME,
  credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY },
  endpoint: AWS_ENDPOINT_URL,
});

/** The function as it is, but for its store, which uses the official client. */
export const handler = createGatewayHandler({ visits: createVisits({ store, log: writeLine }), log: writeLine });

function writeLine(entry: VisitLogEntry): void {
  console.error(JSON.stringify(entry));
}
