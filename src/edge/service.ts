/** A running part of the cloud on your desk. */
export type Service = {
  /** Where it answers, without a slash at the end: `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Ends it with all that belongs to it; open connections are closed. */
  stop(): Promise<void>;
};
