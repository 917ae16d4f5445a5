import { answerFault, type VisitLog, type VisitRequest, type Visits } from '#visits';
import type { GatewayResult } from './gateway-result.ts';
import { toRequest } from './to-request.ts';
import { toResult } from './to-result.ts';

/** What AWS Lambda calls; takes anything and never rejects. */
export type GatewayHandler = (event: unknown) => Promise<GatewayResult>;

/** Creates a Lambda handler that answers API Gateway's events with `visits`; an event that is none is a logged 500. */
export function createGatewayHandler({
  visits,
  log,
}: {
  readonly visits: Visits;
  readonly log: VisitLog;
}): GatewayHandler {
  return async function handleEvent(event) {
    let request: VisitRequest;
    try {
      request = toRequest(event);
    } catch (fault) {
      return toResult(answerFault(fault, log));
    }
    return toResult(await visits(request));
  };
}
