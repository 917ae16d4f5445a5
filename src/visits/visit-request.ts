/**
 * What a visit needs to know of a request. A web-standard `Request` is one; whoever has only the parts hands in these,
 * because the global `Request` takes Node longer to load than a whole visit takes to count.
 */
export type VisitRequest = {
  readonly method: string;
  readonly url: string;
  /** Asked for lower-case names only, so a `Map` with lower-case keys will do. */
  readonly headers: { get(name: string): string | null | undefined };
  readonly body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> | null;
};
