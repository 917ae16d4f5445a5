/** What a visit needs to know of a request, given in parts: Node's own `Request` takes longer to load than a visit to count. */
export type VisitRequest = {
  /** Method and path: `POST /visitor`. */
  readonly route: string;
  /** Whether the site's own edge sent it, so that what it says of the visitor is true. */
  readonly isFromEdge: boolean;
  /** By lower-case name. */
  readonly headers: VisitHeaders;
  /** Empty when there is none. */
  readonly body: string;
};

export type VisitHeaders = Readonly<Record<string, string | undefined>>;
