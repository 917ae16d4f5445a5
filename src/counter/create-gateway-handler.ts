import { answerFault, type VisitLog, type Visits } from '#visits';
import type { GatewayResult } from './gateway-result.ts';
import { toRequest } from './to-request.ts';

/** What AWS Lambda calls; takes anything and never rejects. */
export type GatewayHandler = (event: unknown) => Promise<GatewayResult>;

/**
 * Creates a Lambda handler that answers API Gateway's events with `visits`; whatever fails is a logged 500. `secretHashes` are
 * the SHA-256, in hexadecimal, of the secrets that the site's edge may send in `x-origin-secret`.
 */
export function createGatewayHandler(visits: Visits, secretHashes: readonly string[], log: VisitLog): GatewayHandler {
  return async function handleEvent(event) {
    try {
      return await visits(toRequest(event, secretHashes));
    } catch (fault) {
      return answerFault(fault, log);
    }
  };
}
