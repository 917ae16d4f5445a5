// Stands in for `node:test`: it collects the tests of a file, so that they can be run again and again.

export type Body = (context: Context) => unknown;
type Hook = () => unknown;

export type Suite = {
  readonly tests: { readonly name: string; readonly body: Body }[];
  readonly before: Hook[];
  readonly after: Hook[];
};

/** The part of `TestContext` that tests use here. */
export type Context = {
  readonly name: string;
  readonly signal: AbortSignal;
  after(hook: (context: Context) => unknown): void;
  test: typeof test;
  skip(): void;
  diagnostic(): void;
};

let collected: Suite = createSuite();

/** Loads a test file, and returns what it holds. */
export async function collectSuite(load: () => Promise<unknown>): Promise<Suite> {
  collected = createSuite();
  const suite = collected;
  await load();
  return suite;
}

function createSuite(): Suite {
  return { tests: [], before: [], after: [] };
}

type Options = { readonly skip?: boolean | string };

function test(name: string, optionsOrBody: Options | Body, body?: Body): Promise<void> {
  const own = typeof optionsOrBody === 'function' ? optionsOrBody : body;
  const isSkipped =
    typeof optionsOrBody === 'object' && optionsOrBody.skip !== undefined && optionsOrBody.skip !== false;
  if (own && !isSkipped) collected.tests.push({ name, body: own });
  return Promise.resolve();
}

export function before(hook: Hook): void {
  collected.before.push(hook);
}

export function after(hook: Hook): void {
  collected.after.push(hook);
}

/** Runs a test with its subtests and what it left to be done after it; rejects when one of them fails. */
export async function runTest(name: string, body: Body): Promise<void> {
  const hooks: ((context: Context) => unknown)[] = [];
  const subtests: Promise<void>[] = [];
  const context: Context = {
    name,
    signal: new AbortController().signal,
    after: (hook) => hooks.push(hook),
    test: (title, optionsOrBody, inner) => {
      const run = runTest(title, (typeof optionsOrBody === 'function' ? optionsOrBody : inner) ?? (() => {}));
      subtests.push(run);
      return run;
    },
    skip() {},
    diagnostic() {},
  };
  try {
    await body(context);
    await Promise.all(subtests);
  } finally {
    for (const hook of hooks) await hook(context);
  }
}

// biome-ignore lint/style/noDefaultExport: `node:test` exports it so.
export default Object.assign(test, { before, after, test });
