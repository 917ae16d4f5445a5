// What the planted code calls: it asks which mutant is switched on, and tells in the dry run which ones it passes.

/** Who passed a mutant, and how often at most. */
export type Passes = {
  /** Tests by their place. */
  readonly tests: number[];
  /** Test files that passed it outside of their tests, in the code that prepares them. */
  readonly files: string[];
  /** Whether it is passed while a module is loaded, which happens once. */
  isStatic: boolean;
  most: number;
};

const passes = new Map<number, Passes>();
// One array of numbers that is as long as it will be: others are many times slower.
let counts = new Uint32Array(0);
let countsOfModules = counts;
let depth = 0;
let active: number | undefined;
let left = 0;

const planted = {
  isActive(id: number) {
    if (id !== active) return false;
    left -= 1;
    if (left < 0) throw new Error('This mutant is passed too often: it is an endless loop.');
    return true;
  },
  cover(...ids: readonly number[]) {
    const own = depth > 0 ? countsOfModules : counts;
    for (const id of ids) own[id] = (own[id] ?? 0) + 1;
  },
  /** Stands before and after what a module does while it is loaded. */
  enter() {
    depth += 1;
  },
  leave() {
    depth -= 1;
  },
};
Object.assign(globalThis, { __mutants__: planted });

/** Switches a mutant on that may be passed so often, or all of them off. */
export function switchOn(id?: number, maxPasses = 0): void {
  active = id;
  left = maxPasses;
}

/** Starts to count, for mutants with numbers below this one. */
export function startCounting(numbers: number): void {
  counts = new Uint32Array(numbers);
  countsOfModules = new Uint32Array(numbers);
}

/** Says who passed the mutants that were counted since the last call. */
export function assignPasses(assign: (passes: Passes) => void): void {
  note(counts, assign);
  counts.fill(0);
}

/** Ends the counting, which takes far more time than the code itself, and returns what was counted. */
export function finishCounting(): ReadonlyMap<number, Passes> {
  planted.cover = () => {};
  note(countsOfModules, (one) => {
    one.isStatic = true;
  });
  return passes;
}

function note(from: Uint32Array, assign: (passes: Passes) => void): void {
  from.forEach((count, id) => {
    if (count === 0) return;
    const one = passes.get(id) ?? { tests: [], files: [], isStatic: false, most: 0 };
    assign(one);
    one.most = Math.max(one.most, count);
    passes.set(id, one);
  });
}
