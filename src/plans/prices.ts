/** The price of a meter: so many US dollars `per` so many, beyond those that are `free` each month. */
type Price = { readonly price: number; readonly per: number; readonly free: number };

const million = 1_000_000;

/**
 * List prices in US dollars, us-east-1, without tax, as of 2026-11. Sources: aws.amazon.com/api-gateway/pricing,
 * /lambda/pricing (arm64), /dynamodb/pricing (on demand), /s3/pricing, /cloudfront/pricing, /cloudwatch/pricing, /waf/pricing,
 * /route53/pricing. Free is what AWS gives every account for ever. What is there in any case and free at this size is not
 * counted: the table's and the bucket's storage, ten alarms, three dashboards, a thousand invalidated paths.
 */
export const prices = {
  /** HTTP API. */
  apiCalls: { price: 1, per: million, free: 0 },
  functionCalls: { price: 0.2, per: million, free: million },
  functionGigabyteSeconds: { price: 0.0000133334, per: 1, free: 400_000 },
  tableWrites: { price: 0.625, per: million, free: 0 },
  tableReads: { price: 0.125, per: million, free: 0 },
  fileReads: { price: 0.4, per: million, free: 0 },
  edgeRequests: { price: 1, per: million, free: 10 * million },
  edgeGigabytes: { price: 0.085, per: 1, free: 1000 },
  edgeFunctionRuns: { price: 0.1, per: million, free: 2 * million },
  /** Taken in; keeping them is cents. */
  logGigabytes: { price: 0.5, per: 1, free: 5 },
  firewallRequests: { price: 0.6, per: million, free: 0 },
  /** AWS WAF for a month, and each of its rules. */
  firewall: 5,
  firewallRule: 1,
  /** A Route 53 zone for a month. */
  zone: 0.5,
} as const satisfies Readonly<Record<string, Price | number>>;
