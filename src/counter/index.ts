export { buildIncrement } from './build-increment.ts';
export { createDayReader, type DayReaderOptions } from './create-day-reader.ts';
export type { Item } from './create-dynamo-client.ts';
export { createDynamoStore, type DynamoStoreOptions } from './create-dynamo-store.ts';
export { createGatewayHandler, type GatewayEvent, type GatewayResult } from './create-gateway-handler.ts';
export type { Credentials } from './create-signer.ts';
export { importCount } from './import-count.ts';
