import { prices } from './prices.ts';
import type { UnitPlan } from './read-plan.ts';

/** What bounds the cost of an environment: the modules' variables of these names, and what a visit takes. */
export type Limits = {
  /** Calls per second that the API passes on in the long run. */
  readonly requestsPerSecond: number;
  /** Units per second that the counts' table serves; the one of who was there today serves half as many. */
  readonly maxReadUnits: number;
  readonly maxWriteUnits: number;
  /** Write units that a visit takes. */
  readonly writeUnitsPerVisit: number;
  /** Whether the site has a domain of its own, in a Route 53 zone. */
  readonly domain: boolean;
  /** Whether AWS WAF stands before it. */
  readonly firewall: boolean;
  /** Whether other names of the domain lead to its main one. */
  readonly redirects: boolean;
};

/** The modules' defaults. */
export const defaultLimits: Limits = {
  requestsPerSecond: 5,
  maxReadUnits: 10,
  maxWriteUnits: 20,
  writeUnitsPerVisit: 3,
  domain: false,
  firewall: false,
  redirects: false,
};

/** In US dollars a month, to the cent. */
export type MonthlyCost = {
  /** When nobody comes. */
  readonly idle: number;
  /** A million visits more. */
  readonly millionVisits: number;
  /** The most that calls of the API can add: a flood at its limits, all of a month long. */
  readonly flood: number;
};

/** What AWS counts of a month, each by its own meter. */
export type Meters = {
  readonly apiCalls: number;
  readonly functionCalls: number;
  /** Of the function's memory, for a second each. */
  readonly functionGigabyteSeconds: number;
  readonly tableWrites: number;
  readonly tableReads: number;
  /** Requests of CloudFront to the bucket. */
  readonly fileReads: number;
  readonly edgeRequests: number;
  readonly edgeGigabytes: number;
  /** Runs of CloudFront's function. */
  readonly edgeFunctionRuns: number;
  readonly logGigabytes: number;
  readonly firewallRequests: number;
};

/** Prices what was counted in a month, less what AWS gives every account each month, in US dollars. */
export function priceMeters(meters: Meters): number {
  return Object.entries(meters).reduce((sum, [meter, count]) => {
    const { price, per, free } = prices[meter as keyof Meters];
    return sum + (Math.max(0, count - free) / per) * price;
  }, 0);
}

const million = 1_000_000;
const secondsPerMonth = 30 * 24 * 60 * 60;
// Page, stylesheet, picture and icon; the visit itself is one more request.
const filesPerVisit = 4;
// All but the visit's answer is kept at the edge until it changes. One in twenty is still fetched: after a release, at the many
// places that few visitors come by, and where CloudFront needed the room.
const missedShare = 0.05;
const kilobytesPerVisit = 60;
const firewallRules = 3;
const functionGigabytes = 256 / 1024;
// Four times what was measured.
const functionSeconds = 0.05;
// A line of the API's access log with what CloudWatch adds to it; the function writes only of errors.
const logBytesPerCall = 350;

/** Estimates what an environment costs a month, from its limits and the list prices of us-east-1. */
export function estimateMonthlyCost(limits: Limits): MonthlyCost {
  const { requestsPerSecond, maxReadUnits, maxWriteUnits, writeUnitsPerVisit, domain, firewall, redirects } = limits;
  const flood = {
    ...meterCalls(requestsPerSecond * secondsPerMonth),
    tableWrites: sumTables(maxWriteUnits) * secondsPerMonth,
    tableReads: sumTables(maxReadUnits) * secondsPerMonth,
  };
  return {
    idle: round((domain ? prices.zone : 0) + (firewall ? prices.firewall + firewallRules * prices.firewallRule : 0)),
    millionVisits: round(priceMeters(meterVisits(million, { writeUnitsPerVisit, firewall, redirects }))),
    flood: round(priceMeters(flood)),
  };
}

/** What so many visits of a month add to each meter. */
function meterVisits(
  visits: number,
  { writeUnitsPerVisit, firewall, redirects }: Pick<Limits, 'writeUnitsPerVisit' | 'firewall' | 'redirects'>,
): Meters {
  const requests = visits * (filesPerVisit + 1);
  return {
    ...meterCalls(visits),
    tableWrites: visits * writeUnitsPerVisit,
    fileReads: visits * filesPerVisit * missedShare,
    edgeRequests: requests,
    edgeGigabytes: (visits * kilobytesPerVisit) / million,
    // It sees pages of folders alone, unless it has to send visitors from one name to another.
    edgeFunctionRuns: redirects ? visits * filesPerVisit : 0,
    firewallRequests: firewall ? requests : 0,
  };
}

function meterCalls(calls: number): Meters {
  return {
    apiCalls: calls,
    functionCalls: calls,
    functionGigabyteSeconds: calls * functionSeconds * functionGigabytes,
    tableWrites: 0,
    tableReads: 0,
    fileReads: 0,
    edgeRequests: 0,
    edgeGigabytes: 0,
    edgeFunctionRuns: 0,
    logGigabytes: (calls * logBytesPerCall) / 1e9,
    firewallRequests: 0,
  };
}

/** What both tables serve, as the module `dynamodb` shares it out. */
function sumTables(units: number): number {
  return units + Math.ceil(units / 2);
}

function round(dollars: number): number {
  return Math.round(dollars * 100) / 100;
}

const numbers = {
  requestsPerSecond: 'requests_per_second',
  maxReadUnits: 'max_read_units',
  maxWriteUnits: 'max_write_units',
} as const satisfies Partial<Record<keyof Limits, string>>;

/** Estimates what an environment costs with the limits that its units are planned with. */
export function estimatePlans(plans: readonly UnitPlan[]): MonthlyCost {
  const variables: Readonly<Record<string, unknown>> = Object.assign({}, ...plans.map((plan) => plan.variables));
  const limits = Object.fromEntries(
    Object.entries(numbers).flatMap(([limit, name]) => {
      const value = Number(variables[name] ?? Number.NaN);
      return Number.isFinite(value) ? [[limit, value]] : [];
    }),
  );
  return estimateMonthlyCost({
    ...defaultLimits,
    ...limits,
    domain: Boolean(variables.domain) && variables.dns !== 'manual',
    firewall: String(variables.firewall) === 'true',
    redirects: Array.isArray(variables.redirects) && variables.redirects.length > 0,
  });
}
