// Runs tests against one mutant after another: the parent says which, and this answers whether a test noticed.
import { startWatch } from './end-loops.ts';
import { importers, loadFile } from './load-modules.ts';
import { assignPasses, finishCounting, type Passes, startCounting, switchOn } from './switch-mutants.ts';
import { collectSuite, runTest, type Suite } from './test-api.ts';

/** A test by its place in the dry run, with the time that it took there. */
type Place = { readonly place: number; readonly ms: number };

/** The first request is the dry run, or to load the files where another worker has made the dry run. */
export type Request =
  | { readonly kind: 'dry'; readonly files: readonly string[]; readonly numbers: number }
  | { readonly kind: 'load'; readonly files: readonly string[] }
  | {
      readonly kind: 'mutant';
      readonly id: number;
      readonly tests: readonly Place[];
      /** Tests of files that are loaded anew together with these files, because the mutant acts while they load. */
      readonly anew: { readonly tests: readonly Place[]; readonly files: ReadonlySet<string> };
      /** How often its place may be passed before it is an endless loop. */
      readonly maxPasses: number;
    };

export type Reply =
  | { readonly kind: 'load' }
  | {
      readonly kind: 'dry';
      readonly tests: readonly {
        readonly name: string;
        readonly file: string;
        readonly ms: number;
        readonly failure?: string;
      }[];
      readonly passes: ReadonlyMap<number, Passes>;
      /** Which files import a file. */
      readonly importers: ReadonlyMap<string, ReadonlySet<string>>;
    }
  /** With the file whose test noticed. */
  | { readonly kind: 'mutant'; readonly noticedBy?: string; readonly megabytes: number };

type Test = Suite['tests'][number];

const allow = startWatch();
const loaded: { readonly file: string; readonly index: number; readonly test: Test }[] = [];
let stray: unknown;
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error) => (stray ??= error ?? event));

async function loadAll(files: readonly string[], use: (file: string, tests: readonly Test[]) => unknown) {
  for (const file of files) {
    const suite = await collectSuite(() => loadFile(file));
    for (const hook of suite.before) await hook();
    await use(file, suite.tests);
    loaded.push(...suite.tests.map((test, index) => ({ file, index, test })));
  }
}

async function dryRun(files: readonly string[], numbers: number): Promise<Reply> {
  startCounting(numbers);
  const tests: Extract<Reply, { kind: 'dry' }>['tests'][number][] = [];
  await loadAll(files, async (file, own) => {
    assignPasses((passes) => passes.files.push(file));
    for (const test of own) {
      const start = performance.now();
      const failure = await findFailure(test);
      const ms = performance.now() - start;
      assignPasses((passes) => passes.tests.push(tests.length));
      tests.push({ name: test.name, file, ms, ...(failure === undefined ? {} : { failure }) });
    }
  });
  return { kind: 'dry', tests, passes: finishCounting(), importers };
}

async function findFailure({ name, body }: Test): Promise<string | undefined> {
  stray = undefined;
  try {
    await runTest(name, body);
    await new Promise((resolve) => setImmediate(resolve));
  } catch (error) {
    return String(error);
  }
  return stray === undefined ? undefined : String(stray);
}

type Trial = Extract<Request, { kind: 'mutant' }>;

async function tryMutant({ id, tests, anew }: Trial): Promise<string | undefined> {
  for (const { place, ms } of tests) {
    const found = loaded[place];
    if (found && (await isNoticed(found.test, ms))) return found.file;
  }
  const places = Map.groupBy(anew.tests, ({ place }) => loaded[place]?.file ?? '');
  for (const [file, own] of places) {
    if (await isNoticedAnew(id, file, anew.files, own)) return file;
  }
  return undefined;
}

async function isNoticed(test: Test, ms: number): Promise<boolean> {
  allow(3000 + 20 * ms);
  return (await findFailure(test)) !== undefined;
}

async function isNoticedAnew(
  id: number,
  file: string,
  files: ReadonlySet<string>,
  places: readonly Place[],
): Promise<boolean> {
  let after: Suite['after'] = [];
  allow(20_000);
  try {
    const suite = await collectSuite(() => loadFile(file, id, files));
    after = suite.after;
    for (const hook of suite.before) await hook();
    for (const { place, ms } of places) {
      const test = suite.tests[loaded[place]?.index ?? -1];
      if (test && (await isNoticed(test, ms))) return true;
    }
    return false;
  } catch {
    return true;
  } finally {
    for (const hook of after) await Promise.resolve(hook()).catch(() => {});
  }
}

async function answer(request: Request): Promise<Reply> {
  if (request.kind === 'dry') return dryRun(request.files, request.numbers);
  if (request.kind === 'load') {
    finishCounting();
    await loadAll(request.files, () => {});
    return { kind: 'load' };
  }
  switchOn(request.id, request.maxPasses);
  const noticedBy = await tryMutant(request);
  switchOn();
  allow(0);
  return reply(noticedBy);
}

function reply(noticedBy?: string): Reply {
  const megabytes = process.memoryUsage.rss() / 1e6;
  return { kind: 'mutant', megabytes, ...(noticedBy === undefined ? {} : { noticedBy }) };
}

let isTrying = false;

process.on('message', async (request: Request) => {
  isTrying = request.kind === 'mutant';
  // While a test runs only what it does keeps this process alive, so a test that waits for nothing is noticed.
  process.channel?.unref();
  const answered = await answer(request);
  process.channel?.ref();
  isTrying = false;
  process.send?.(answered);
});

process.on('disconnect', () => process.exit());

process.on('beforeExit', () => {
  if (!isTrying) return;
  isTrying = false;
  process.send?.(reply('waiting for nothing'), () => process.exit(0));
});
