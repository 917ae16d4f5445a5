import type { VisitResponse } from '#visits';
import type { GatewayResult } from './gateway-result.ts';

/** Turns a response into what API Gateway expects from a function. */
export function toResult({ status, headers, body }: VisitResponse): GatewayResult {
  return { statusCode: status, headers, body, isBase64Encoded: false };
}
