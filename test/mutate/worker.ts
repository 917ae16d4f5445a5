// Runs tests against one mutant after another: the parent says which, and this answers whether a test noticed.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { collectSuite, runTest, type Suite } from './test-api.ts';

/** What the parent asks for. The first request is the dry run. */
export type Request =
  | { readonly kind: 'dry'; readonly files: readonly string[] }
  | {
      readonly kind: 'mutant';
      readonly id: string;
      /** Tests by their place, as the dry run counted them. */
      readonly tests: readonly number[];
      /** Whether modules have to be loaded anew, because the mutant acts while they load. */
      readonly isFresh: boolean;
      /** How often its place may be passed before it is an endless loop. */
      readonly maxHits: number;
    };

export type Reply =
  | {
      readonly kind: 'dry';
      readonly tests: readonly {
        readonly name: string;
        readonly file: string;
        readonly ms: number;
        readonly failure?: string;
      }[];
      /** How often each mutant was passed while modules were loaded, and by each test. */
      readonly coverage: {
        readonly static: Readonly<Record<string, number>>;
        readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>>;
      };
    }
  | { readonly kind: 'mutant'; readonly id: string; readonly noticedBy?: string };

type Switches = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: Extract<Reply, { kind: 'dry' }>['coverage'];
};

const root = pathToFileURL(`${process.cwd()}/`).href;
const api = new URL('test-api.ts', import.meta.url).href;
const switches: Switches = {};
Object.assign(globalThis, { __stryker__: switches });

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'node:test') return { url: api, shortCircuit: true };
    const found = next(specifier, context);
    // What a module that is loaded anew imports is loaded anew, too.
    const query = new URL(context.parentURL ?? root).search;
    const isOwn = found.url.startsWith(root) && !found.url.includes('/node_modules/') && found.url.endsWith('.ts');
    return isOwn && found.url !== api && query !== '' ? { ...found, url: found.url + query } : found;
  },
});

type Loaded = { readonly file: string; readonly suite: Suite };
let files: readonly string[] = [];
let loaded: readonly Loaded[] = [];
let stray: unknown;
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error) => (stray ??= error ?? event));

async function load(file: string, query = ''): Promise<Loaded> {
  return { file, suite: await collectSuite(() => import(`${root}${file}${query}`)) };
}

async function dryRun(): Promise<Reply> {
  const tests = [];
  const all: Loaded[] = [];
  for (const file of files) {
    switches.currentTestId = undefined;
    const one = await load(file);
    all.push(one);
    for (const hook of one.suite.before) await hook();
    for (const { name, body } of one.suite.tests) {
      switches.currentTestId = String(tests.length);
      const start = performance.now();
      const failure = await findFailure(name, body);
      tests.push({ name, file, ms: performance.now() - start, ...(failure === undefined ? {} : { failure }) });
    }
  }
  switches.currentTestId = undefined;
  loaded = all;
  return { kind: 'dry', tests, coverage: switches.mutantCoverage ?? { static: {}, perTest: {} } };
}

async function findFailure(name: string, body: Parameters<typeof runTest>[1]): Promise<string | undefined> {
  stray = undefined;
  try {
    await runTest(name, body);
    await new Promise((resolve) => setImmediate(resolve));
  } catch (error) {
    return String(error);
  }
  return stray === undefined ? undefined : String(stray);
}

async function tryLoaded(wanted: readonly number[]): Promise<string | undefined> {
  const tests = loaded.flatMap(({ suite }) => suite.tests);
  for (const place of wanted) {
    const found = tests[place];
    if (found && (await findFailure(found.name, found.body)) !== undefined) return found.name;
  }
  return undefined;
}

async function tryFresh(id: string, wanted: readonly number[]): Promise<string | undefined> {
  const places = loaded.flatMap(({ file, suite }) => suite.tests.map((_, index) => ({ file, index })));
  const chosen = Map.groupBy(
    wanted.flatMap((place) => places[place] ?? []),
    ({ file }) => file,
  );
  for (const [file, tests] of chosen) {
    let one: Loaded;
    try {
      one = await load(file, `?mutant=${id}`);
    } catch {
      return `loading ${file}`;
    }
    try {
      for (const hook of one.suite.before) await hook();
      for (const { index } of tests) {
        const found = one.suite.tests[index];
        if (found && (await findFailure(found.name, found.body)) !== undefined) return found.name;
      }
    } catch {
      return `what comes before ${file}`;
    } finally {
      for (const hook of one.suite.after) await Promise.resolve(hook()).catch(() => {});
    }
  }
  return undefined;
}

let current: string | undefined;

async function answer(request: Request): Promise<Reply> {
  if (request.kind === 'dry') {
    files = request.files;
    return dryRun();
  }
  const { id, tests, isFresh, maxHits } = request;
  Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: maxHits });
  const noticedBy = await (isFresh ? tryFresh(id, tests) : tryLoaded(tests));
  Object.assign(switches, { activeMutant: undefined, hitCount: undefined });
  return { kind: 'mutant', id, ...(noticedBy === undefined ? {} : { noticedBy }) };
}

process.on('message', async (request: Request) => {
  current = request.kind === 'mutant' ? request.id : undefined;
  // While a test runs only what it does keeps this process alive, so a test that waits for nothing is noticed.
  process.channel?.unref();
  const reply = await answer(request);
  process.channel?.ref();
  current = undefined;
  process.send?.(reply);
});

process.on('disconnect', () => process.exit());

process.on('beforeExit', () => {
  if (current === undefined) return;
  process.send?.({ kind: 'mutant', id: current, noticedBy: 'waiting for nothing' } satisfies Reply, () =>
    process.exit(0),
  );
  current = undefined;
});
