/** Where visits are kept. Whatever fails may be asked again: nothing counts twice. */
export type VisitStore = {
  /**
   * Adds a visit: first what is noted of it, then, by one, the total. So a visit that is in the total is in the statistics too. An
   * id that was added less than ten seconds ago adds nothing more, and neither does a visit that does not count and has no note:
   * it learns the total.
   */
  add(
    /** Some eight characters drawn at random: the same in every attempt to count one visit. */
    id: string,
    /** Whether it raises the total; what a bot does, does not. */
    counts: boolean,
    /** What the statistics of a day learn of it. Default: nothing. */
    note?: VisitNote,
  ): Promise<Added>;
};

/** What came of a visit. */
export type Added = {
  /**
   * The total, with this visit in it. A number of its own, unless a reply was lost on its way and others came before it was asked
   * for again: then it is that of the last of them.
   */
  readonly total: number;
  /** Whether more visits came from its network on that day than can be believed, so that it was noted as a bot's. */
  readonly isFlood: boolean;
};

/** What the statistics of a day gain by a visit. */
export type VisitNote = {
  /** The UTC day: `2026-05-20`. When the next day has begun elsewhere, a visit with a visitor belongs to that one. */
  readonly day: string;
  /** Names of what is counted, such as `v` or `c#DE`: each gains one. `readDay` explains them. */
  readonly counters: readonly string[];
  /** Default: nobody is told from another, and nothing is a flood. */
  readonly visitor?: Visitor | undefined;
};

/**
 * What tells one visitor from another. Never kept: the store makes names of it with a random salt that it throws away when the day
 * ends.
 */
export type Visitor = {
  /** Of one network, 60 visits a day are believed, with 20 that are sent again; what is over that is counted as `bot` and `b#flood`. */
  readonly network: string;
  /** The first visit of each on a day adds the counter `u`. */
  readonly person: string;
};
