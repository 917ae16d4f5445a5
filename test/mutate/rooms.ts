/** What a room's mutants are tried with, and how many of them have to be noticed. */
export type Room = {
  /** In percent. */
  readonly goal: number;
  /** Beginnings of paths of test files, besides the room's own. */
  readonly tests: readonly string[];
  /** Endings of source files that are not tried: what runs in a browser, say. */
  readonly without?: readonly string[];
};

// Only tests that call the room in their own process can notice a mutant.
export const rooms: Readonly<Record<string, Room>> = {
  visits: { goal: 95, tests: [] },
  counter: { goal: 93, tests: ['test/simulation/counter'] },
  resume: { goal: 90, tests: ['test/resume/'] },
  publish: { goal: 90, tests: ['test/publish/'] },
  html: { goal: 85, tests: ['src/publish/find-missing', 'src/site/headers', 'src/stats/html/'] },
  site: { goal: 85, tests: [] },
  plans: { goal: 90, tests: [] },
};
