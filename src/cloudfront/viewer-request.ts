/** What a viewer asks the edge for. */
export type ViewerRequest = {
  readonly method: string;
  /** As it came, encoded, without the query. */
  readonly path: string;
  /** As it came, without the question mark; empty for none. */
  readonly query: string;
  /** By lower-case name; what came more than once is joined. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly address: string;
  readonly port: number | undefined;
  /** Such as `1.1`. */
  readonly httpVersion: string;
  /** Whether it came by HTTPS. */
  readonly isSecure: boolean;
};
