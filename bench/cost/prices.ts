/**
 * What AWS asks in us-east-1, in US dollars, as of 2026-11-24; list prices without the free tiers, and without CloudFront, whose
 * first ten million requests a month are free.
 * Sources: https://aws.amazon.com/api-gateway/pricing/, https://aws.amazon.com/lambda/pricing/,
 * https://aws.amazon.com/dynamodb/pricing/on-demand/
 */
export const prices = {
  /** An HTTP API, per million requests. */
  apiRequests: 1,
  /** Per million requests. */
  lambdaRequests: 0.2,
  /** Per gigabyte and second, arm64. */
  lambdaGigabyteSecond: 0.0000133334,
  /** On demand, per million. */
  writeUnits: 0.625,
  readUnits: 0.125,
} as const;
