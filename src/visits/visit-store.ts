/** Where visits are kept. */
export type VisitStore = {
  /** Adds one visit and resolves to the new total; every call gets a total of its own. */
  add(): Promise<number>;
};
