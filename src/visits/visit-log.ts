/** Takes one entry and writes it as one line; `JSON.stringify(entry)` is that line. */
export type VisitLog = (entry: VisitLogEntry) => void;

/** Tells of a fault and of nothing that the visitor sent: no address, no user agent, no body. */
export type VisitLogEntry = {
  readonly level: 'error';
  readonly message: string;
  /** The fault, then what caused it, each with its name: `Error: connect ECONNREFUSED`. */
  readonly causes: readonly string[];
};
