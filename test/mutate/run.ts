// Changes a room's code in one place at a time and looks whether a test notices. `npm run mutate ROOM… [-- WORDS of its files]`
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { type Room, rooms } from './rooms.ts';
import type { Reply, Request } from './worker.ts';

type Mutant = Awaited<ReturnType<Instrumenter['instrument']>>['mutants'][number];
type Dry = Extract<Reply, { kind: 'dry' }>;

const split = process.argv.indexOf('--', 2);
const named = process.argv.slice(2, split === -1 ? undefined : split);
const words = split === -1 ? [] : process.argv.slice(split + 1);
const unknown = named.filter((name) => !(name in rooms));
if (unknown.length > 0) {
  console.error(
    `There is no table row for ${unknown.join(', ')} in test/mutate/rooms.ts. Those there are ${Object.keys(rooms).join(', ')}.`,
  );
  process.exit(2);
}

let isGood = true;
for (const [name, room] of Object.entries(rooms)) {
  if (named.length > 0 && !named.includes(name)) continue;
  isGood = (await mutateRoom(name, room)) && isGood;
}
process.exitCode = isGood ? 0 : 1;

async function mutateRoom(name: string, room: Room): Promise<boolean> {
  const start = performance.now();
  const sandbox = makeSandbox();
  try {
    const mutants = await plantMutants(sandbox, name, room);
    const files = globSync('**/*.test.ts', { cwd: sandbox, exclude: ['node_modules'] })
      .filter((file) => file.startsWith(`src/${name}/`) || room.tests.some((one) => file.startsWith(one)))
      // The room's own tests are the quickest.
      .sort(
        (one, other) => Number(one.startsWith('test/')) - Number(other.startsWith('test/')) || (one < other ? -1 : 1),
      );
    const outcomes = await tryMutants(sandbox, files, mutants);
    return report(name, room, mutants, outcomes, (performance.now() - start) / 1000);
  } finally {
    rmSync(sandbox, { recursive: true, force: true });
  }
}

/** A copy of the project as git sees it, so that the files here stay as they are. */
function makeSandbox(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-resume-mutate-'));
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of stdout.split('\0').filter((one) => one !== '')) {
    cpSync(file, join(folder, file), { force: true });
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

async function plantMutants(sandbox: string, name: string, { without = [] }: Room): Promise<readonly Mutant[]> {
  const silent = () => {};
  const logger = {
    ...{ isTraceEnabled: () => false, isDebugEnabled: () => false, isInfoEnabled: () => false },
    ...{ isWarnEnabled: () => false, isErrorEnabled: () => false, isFatalEnabled: () => false },
    ...{ trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent },
  };
  const files = globSync(`src/${name}/**/*.ts`, { cwd: sandbox })
    .filter((file) => !file.endsWith('.test.ts') && !without.some((ending) => file.endsWith(ending)))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort()
    .map((file) => ({ name: file, mutate: true, content: readFileSync(join(sandbox, file), 'utf8') }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const { files: planted, mutants } = await new Instrumenter(logger).instrument(files, options);
  for (const file of planted) writeFileSync(join(sandbox, file.name), file.content);
  return mutants;
}

type Outcome = { readonly isNoticed: boolean; readonly why: string };

async function tryMutants(
  sandbox: string,
  files: readonly string[],
  mutants: readonly Mutant[],
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const waiting = mutants.filter(({ id, status, statusReason }) => {
    if (status === 'Ignored') outcomes.set(id, { isNoticed: true, why: statusReason ?? 'left out' });
    return status !== 'Ignored';
  });
  const total = waiting.length;
  const leftOut = new Set<string>();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      let worker: { readonly child: ChildProcess; readonly dry: Dry } | undefined;
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        if (!worker) {
          worker = await startWorker(sandbox, files);
          for (const { file, name, failure } of worker.dry.tests) {
            if (failure !== undefined) leftOut.add(`${file}: ${name}`);
          }
        }
        const { outcome, isAlive } = await tryMutant(worker, mutant);
        outcomes.set(mutant.id, outcome);
        if (!isAlive) {
          worker.child.kill('SIGKILL');
          worker = undefined;
        }
        if (process.stderr.isTTY) process.stderr.write(`\r${outcomes.size} of ${total} `);
      }
      worker?.child.kill('SIGKILL');
    }),
  );
  if (process.stderr.isTTY) process.stderr.write('\r');
  // Such as a test of the bundle's size: with all the mutants in it, it is larger.
  for (const test of leftOut) console.log(`left out, because it fails without any mutant switched on: ${test}`);
  return outcomes;
}

async function startWorker(sandbox: string, files: readonly string[]): Promise<{ child: ChildProcess; dry: Dry }> {
  const child = fork(join(sandbox, 'test/mutate/worker.ts'), {
    cwd: sandbox,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Generated input finds in a few runs what it finds at all here; the rest of the time is for other mutants.
    env: { FUZZ_RUNS: '5', ...process.env },
  });
  const dry = await ask(child, { kind: 'dry', files }, 600_000);
  if (dry?.kind !== 'dry') throw new Error('The tests did not come to an end. Run them with npm test first.');
  if (dry.tests.every(({ failure }) => failure !== undefined)) {
    child.kill('SIGKILL');
    throw new Error(`Every test fails without any mutant, the first with: ${dry.tests[0]?.failure}`);
  }
  return { child, dry };
}

async function tryMutant(
  { child, dry }: { readonly child: ChildProcess; readonly dry: Dry },
  { id }: Mutant,
): Promise<{ readonly outcome: Outcome; readonly isAlive: boolean }> {
  const isFresh = id in dry.coverage.static;
  const hits = Math.max(
    dry.coverage.static[id] ?? 0,
    ...Object.values(dry.coverage.perTest).map((one) => one[id] ?? 0),
  );
  const tests = dry.tests
    .flatMap(({ failure, ms }, place) =>
      failure === undefined && (isFresh || id in (dry.coverage.perTest[place] ?? {})) ? [{ place, ms }] : [],
    )
    // Most are noticed by a quick one.
    .sort((one, other) => one.ms - other.ms)
    .map(({ place }) => place);
  if (tests.length === 0) return { outcome: { isNoticed: false, why: 'no test comes by' }, isAlive: true };
  const usual = tests.reduce((sum, place) => sum + (dry.tests[place]?.ms ?? 0), 0);
  const request = { kind: 'mutant', id, tests, isFresh, maxHits: 100 * hits + 1000 } as const;
  const reply = await ask(child, request, 20_000 + 10 * usual);
  if (reply?.kind !== 'mutant')
    return { outcome: { isNoticed: true, why: 'it did not come to an end' }, isAlive: false };
  const { noticedBy } = reply;
  const why = noticedBy ?? `${tests.length} tests come by`;
  const outcome = { isNoticed: noticedBy !== undefined, why };
  return { outcome, isAlive: noticedBy !== 'waiting for nothing' };
}

/** The answer to a request; nothing when the process ends first or takes too long. */
function ask(child: ChildProcess, request: Request, ms: number): Promise<Reply | undefined> {
  return new Promise((resolve) => {
    const finish = (reply?: unknown) => {
      clearTimeout(timer);
      child.off('message', finish).off('exit', gone);
      resolve(reply as Reply | undefined);
    };
    const gone = () => finish();
    const timer = setTimeout(gone, ms);
    child.on('message', finish).on('exit', gone);
    child.send(request);
  });
}

function report(
  name: string,
  { goal }: Room,
  mutants: readonly Mutant[],
  outcomes: ReadonlyMap<string, Outcome>,
  seconds: number,
): boolean {
  const survivors = mutants.filter(({ id }) => outcomes.get(id)?.isNoticed !== true);
  for (const { id, fileName, location, mutatorName, replacement } of survivors) {
    const { start, end } = location;
    const line = readFileSync(fileName, 'utf8').split('\n')[start.line]?.trim() ?? '';
    console.log(`${fileName}:${start.line + 1}:${start.column + 1} ${mutatorName} (${outcomes.get(id)?.why})
  ${line}
  → ${replacement.replaceAll(/\s+/g, ' ').slice(0, 120)}${end.line > start.line ? ` (to line ${end.line + 1})` : ''}`);
  }
  const score = (100 * (mutants.length - survivors.length)) / Math.max(1, mutants.length);
  const isGood = words.length > 0 || score >= goal;
  console.log(
    `${isGood ? '✔' : '✖'} ${name}: ${score.toFixed(1)} % of ${mutants.length} mutants are noticed, ${survivors.length} are not; the goal is ${goal} % (${seconds.toFixed(0)} s)`,
  );
  return isGood;
}
