import { createRandom } from '../create-random.ts';

/** Lets what was planned not happen. */
type Cancel = () => void;

export type World = {
  /** Gives a number from 0 to 1, by the seed. */
  readonly random: () => number;
  /** Chooses one of some, by the seed. */
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** Milliseconds since the world began. */
  readonly elapsed: () => number;
  /** Lets something happen so many milliseconds later. */
  readonly after: (ms: number, happen: () => void) => Cancel;
  readonly wait: (ms: number) => Promise<void>;
};

/**
 * Runs a program in a world of its own, in which time passes from one thing that happens to the next, and everything, chance too, is
 * by the seed: the same seed is the same run. For as long as it runs, `setTimeout`, `performance.now`, `Math.random`,
 * `crypto.randomUUID` and `AbortSignal.timeout` are the world's. Rejects when the program does, or waits for what never happens.
 */
export async function runWorld(seed: number, live: (world: World) => Promise<void>): Promise<void> {
  const random = createRandom(seed * 0x9e3779b1);
  const queue: { readonly at: number; happen?: () => void }[] = [];
  let time = 0;
  function after(ms: number, happen: () => void): Cancel {
    const at = time + Math.max(0, ms);
    let place = queue.length;
    while (place > 0 && (queue[place - 1]?.at ?? 0) > at) place -= 1;
    const event: { readonly at: number; happen?: () => void } = { at, happen };
    queue.splice(place, 0, event);
    return () => {
      delete event.happen;
    };
  }
  const world: World = {
    random,
    pick: (items) => items[Math.floor(random() * items.length)] ?? items[0],
    elapsed: () => time,
    after,
    wait: (ms) => new Promise((resolve) => after(ms, resolve)),
  };

  const restore = replaceGlobals(world);
  try {
    const end = { isReached: false, failure: undefined as unknown };
    live(world).then(
      () => {
        end.isReached = true;
      },
      (failure: unknown) => Object.assign(end, { isReached: true, failure: failure ?? new Error('Failed.') }),
    );
    // What is on its way still arrives when the program has ended.
    await new Promise(setImmediate);
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (!next.happen) continue;
      time = next.at;
      next.happen();
      // Till all has followed that follows at once.
      await new Promise(setImmediate);
    }
    if (end.failure) throw end.failure;
    if (!end.isReached) throw new Error('The program waits for what never happens.');
  } finally {
    restore();
  }
}

function replaceGlobals({ random, elapsed, after }: World): () => void {
  const kept = [
    replace(globalThis, 'setTimeout', ((happen: () => void, ms: number) =>
      after(ms, happen)) as unknown as typeof setTimeout),
    replace(performance, 'now', elapsed),
    replace(Math, 'random', random),
    replace(crypto, 'randomUUID', () => {
      const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
      return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as ReturnType<typeof crypto.randomUUID>;
    }),
    // As much of a signal as the network asks for: Node's own take more time than all the rest.
    replace(AbortSignal, 'timeout', (ms) => {
      let cancel: Cancel = () => {};
      const signal = {
        addEventListener: (_: string, happen: () => void) => {
          cancel = after(ms, happen);
        },
        removeEventListener: () => cancel(),
      };
      return signal as unknown as AbortSignal;
    }),
  ];
  return () => {
    for (const restore of kept) restore();
  };
}

function replace<Target extends object, Name extends keyof Target>(
  target: Target,
  name: Name,
  value: Target[Name],
): () => void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  return () => {
    if (own) Object.defineProperty(target, name, own);
    else delete target[name];
  };
}
