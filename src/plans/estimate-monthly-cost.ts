import { prices } from './prices.ts';

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
};

/** The modules' defaults. */
export const defaultLimits: Limits = {
  requestsPerSecond: 5,
  maxReadUnits: 10,
  maxWriteUnits: 20,
  writeUnitsPerVisit: 3,
  domain: false,
  firewall: false,
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

const million = 1_000_000;
const secondsPerMonth = 30 * 24 * 60 * 60;
// Page, stylesheet, picture, icon and the visit itself.
const requestsPerVisit = 5;
const firewallRules = 3;
const functionGigabytes = 256 / 1024;
// Four times what was measured.
const functionSeconds = 0.05;

/** Estimates what an environment costs a month, from its limits and the list prices of us-east-1. */
export function estimateMonthlyCost(limits: Limits): MonthlyCost {
  const { maxReadUnits, maxWriteUnits, writeUnitsPerVisit, domain, firewall } = limits;
  const calls = limits.requestsPerSecond * secondsPerMonth;
  const tables =
    (sumTables(maxWriteUnits) * prices.tableWrites + sumTables(maxReadUnits) * prices.tableReads) *
    (secondsPerMonth / million);
  const requests = firewall ? requestsPerVisit * prices.firewallRequests : 0;
  return {
    idle: round((domain ? prices.zone : 0) + (firewall ? prices.firewall + firewallRules * prices.firewallRule : 0)),
    millionVisits: round(prices.apiCalls + priceFunction(million) + writeUnitsPerVisit * prices.tableWrites + requests),
    flood: round((calls / million) * prices.apiCalls + priceFunction(calls) + tables),
  };
}

function priceFunction(calls: number): number {
  const seconds = calls * functionSeconds * functionGigabytes;
  return (
    (Math.max(0, calls - prices.freeFunctionCalls) / million) * prices.functionCalls +
    Math.max(0, seconds - prices.freeFunctionGigabyteSeconds) * prices.functionGigabyteSeconds
  );
}

/** What both tables serve, as the module `dynamodb` shares it out. */
function sumTables(units: number): number {
  return units + Math.ceil(units / 2);
}

function round(dollars: number): number {
  return Math.round(dollars * 100) / 100;
}
