export { carryOver } from './carry-over.ts';
export { createDayReader, type DayReader, type DayReaderOptions } from './create-day-reader.ts';
export { createDynamoStore, type DynamoStoreOptions } from './create-dynamo-store.ts';
export { createGatewayHandler, type GatewayHandler } from './create-gateway-handler.ts';
export type { Credentials } from './credentials.ts';
export type { GatewayEvent } from './gateway-event.ts';
export type { GatewayResult } from './gateway-result.ts';
export { type SigningScope, signRequest, type UnsignedRequest } from './sign-request.ts';
export { toRequest } from './to-request.ts';
