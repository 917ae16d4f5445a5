/**
 * List prices in US dollars, us-east-1, without tax, as of 2026-11. Sources: aws.amazon.com/api-gateway/pricing,
 * /lambda/pricing (arm64), /dynamodb/pricing (on demand), /waf/pricing, /route53/pricing. What AWS gives every account for
 * ever is not counted: CloudFront up to 1 TB and 10 million requests, ten alarms, three dashboards, 5 GB of logs.
 */
export const prices = {
  /** HTTP API, a million calls. */
  apiCalls: 1,
  /** A million calls of a function, and how many of them are free each month. */
  functionCalls: 0.2,
  freeFunctionCalls: 1_000_000,
  /** A gigabyte of memory for a second, and how many of these are free each month. */
  functionGigabyteSeconds: 0.0000133334,
  freeFunctionGigabyteSeconds: 400_000,
  /** A million units. */
  tableWrites: 0.625,
  tableReads: 0.125,
  /** A Route 53 zone for a month. */
  zone: 0.5,
  /** AWS WAF for a month, each of its rules, and a million requests. */
  firewall: 5,
  firewallRule: 1,
  firewallRequests: 0.6,
} as const;
