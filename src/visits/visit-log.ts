/** Takes one entry and writes it as one line; `JSON.stringify(entry)` is that line. */
export type VisitLog = (entry: VisitLogEntry) => void;

/** Tells of a fault and of nothing that the visitor sent: no address, no user agent, no body. */
export type VisitLogEntry = {
  readonly level: 'error';
  readonly message: string;
  /** The fault first, then what caused it, and what caused that. */
  readonly causes: readonly { readonly name: string; readonly message: string }[];
};
