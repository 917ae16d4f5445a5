/** Where visits are kept. Whatever fails may be asked again: nothing counts twice. */
export type VisitStore = {
  /** Resolves to the total; 0 before the first visit. */
  read(): Promise<number>;
  /**
   * Adds a visit and resolves to the new total; every visit that counts gets a total of its own. An id that was added less
   * than ten seconds ago adds nothing more.
   */
  add(
    /** Some eight characters drawn at random: the same in every attempt to count one visit. */
    id: string,
    /** Whether it raises the total; what a bot does, does not. */
    counts: boolean,
    /** What the statistics of a day learn of it. Default: nothing. */
    note?: VisitNote,
  ): Promise<number>;
};

export type VisitNote = {
  /** The UTC day: `2026-05-20`. When the next day has begun elsewhere, a visit with a person belongs to that one. */
  readonly day: string;
  /** Names of what is counted, such as `v` or `c#DE`: each gains one. `readDay` explains them. */
  readonly counters: readonly string[];
  /**
   * What tells one visitor from another. Never kept: the store makes a name of it with a random salt that it throws away
   * when the day ends. The first visit of each on a day adds the counter `u`. Default: nobody is told from another.
   */
  readonly person?: string;
};
