/** What a function hands back to API Gateway's HTTP API, payload format 2.0. */
export type GatewayResult = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Default: false, the body is text. */
  readonly isBase64Encoded?: boolean;
};
