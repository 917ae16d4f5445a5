import type { Reply, Request } from './worker.ts';

type Dry = Extract<Reply, { kind: 'dry' }>;
type Trial = Extract<Request, { kind: 'mutant' }>;

/** Chooses the tests that can notice a mutant, by what the dry run saw; those first that do so soonest. */
export function createChooser({ tests, passes, importers }: Dry) {
  // Most are noticed by a quick test.
  const quickFirst = tests
    .flatMap(({ file, ms, failure }, place) => (failure === undefined ? [{ file, place, ms }] : []))
    .sort((one, other) => one.ms - other.ms);
  const placesOf = Map.groupBy(quickFirst, ({ file }) => file);
  const affected = new Map<string, ReadonlySet<string>>();
  /** Of each source file the test files that noticed its mutants while they were loaded anew, the last one last. */
  const noticed = new Map<string, string[]>();

  return {
    choose(id: number, source: string): Trial {
      const passed = passes.get(id);
      const own = new Set(passed?.tests);
      const files = affected.get(source) ?? findAffected(source);
      affected.set(source, files);
      const good = noticed.get(source) ?? [];
      // What one test alone passes may be kept for those after it, as a table that is made once.
      const [first, second] = passed?.tests ?? [];
      const only = second === undefined && first !== undefined ? [tests[first]?.file ?? ''] : [];
      return {
        kind: 'mutant',
        id,
        tests: quickFirst.filter(({ place }) => own.has(place)),
        anew: {
          files,
          tests: [...(passed?.isStatic ? files : new Set([...(passed?.files ?? []), ...only]))]
            .sort((one, other) => good.lastIndexOf(other) - good.lastIndexOf(one))
            .flatMap((file) => placesOf.get(file) ?? []),
        },
        maxPasses: 100 * (passed?.most ?? 0) + 1000,
      };
    },
    /** Remembers which file noticed, since it notices the next mutant of this source as a rule. */
    remember(source: string, file: string) {
      noticed.set(source, [...(noticed.get(source) ?? []), file]);
    },
  };

  /** The file and all that import it, directly or not: what a change in it can change while it is loaded. */
  function findAffected(source: string): ReadonlySet<string> {
    const found = new Set([source]);
    for (const file of found) {
      for (const importer of importers.get(file) ?? []) found.add(importer);
    }
    return found;
  }
}
