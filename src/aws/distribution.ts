/** What publishing needs of the site's edge; `createDistribution` makes one of CloudFront. */
export type Distribution = {
  /** The `content-security-policy` that it sends with the site's files; nothing when it sends none. */
  readPolicy(): Promise<string | undefined>;
  /** Begins to forget what is cached for these paths; gives the id of that. */
  invalidate(paths: readonly string[]): Promise<string>;
  /** Whether that has been done everywhere. */
  isInvalidated(id: string): Promise<boolean>;
};
