/**
 * What we read of the event that API Gateway's HTTP API hands to a function, payload format 2.0.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export type GatewayEvent = {
  readonly version: '2.0';
  readonly rawPath: string;
  /** Without the question mark; empty when there is no query. */
  readonly rawQueryString: string;
  /** The gateway takes these out of `headers`. */
  readonly cookies?: readonly string[] | null;
  /** By lower-case name; values of a name that came more than once are joined with commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly requestContext: {
    readonly domainName: string;
    readonly http: { readonly method: string };
  };
  /** The gateway leaves out what there is none of; its emulators may send null instead, as with `cookies`. */
  readonly body?: string | null;
  readonly isBase64Encoded: boolean;
};
