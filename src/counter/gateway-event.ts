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
