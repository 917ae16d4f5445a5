import { answerError, type VisitLog, type VisitRequest, type Visits } from '#visits';
import { hash } from './create-signer.ts';

/**
 * What we read of the event that API Gateway's HTTP API hands to a function, payload format 2.0.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export type GatewayEvent = {
  /** The route that the request took: `POST /visitor`. */
  readonly routeKey: string;
  /** By lower-case name; values of a name that came more than once are joined with commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** The gateway leaves out what there is none of; its emulators may send null instead. */
  readonly body?: string | null;
  readonly isBase64Encoded: boolean;
};

/** What a function hands back to API Gateway's HTTP API, payload format 2.0. */
export type GatewayResult = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Default: false, the body is text. */
  readonly isBase64Encoded?: boolean;
};

/** What AWS Lambda calls; takes anything and never rejects. */
type GatewayHandler = (event: unknown) => Promise<GatewayResult>;

/**
 * Creates a Lambda handler that answers API Gateway's events with `visits`; whatever fails is a logged 500. `secretHashes` are
 * the SHA-256, in hexadecimal, of the secrets that the site's edge may send in `x-origin-secret`.
 */
export function createGatewayHandler(visits: Visits, secretHashes: readonly string[], log: VisitLog): GatewayHandler {
  return async function handleEvent(event) {
    try {
      return await visits(toRequest(event as GatewayEvent, secretHashes));
    } catch (error) {
      return answerError(error, log);
    }
  };
}

/**
 * Turns an event into a request. It is believed to come from the site's edge when the SHA-256 of its header `x-origin-secret` is
 * one of `secretHashes`. Throws a TypeError when the event is not one of an HTTP API with payload format 2.0.
 */
function toRequest(
  { routeKey: route, headers, body, isBase64Encoded }: GatewayEvent,
  secretHashes: readonly string[],
): VisitRequest {
  return {
    route,
    // How long that takes may tell of the hashes, which are no secret, and tells nothing of what they were made from.
    isFromEdge: secretHashes.includes(hash(headers['x-origin-secret'] ?? '')),
    headers,
    body: (isBase64Encoded ? atob : String)(body ?? ''),
  };
}
