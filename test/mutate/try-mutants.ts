import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Instrumenter } from '@stryker-mutator/instrumenter';
import { createChooser } from './choose-tests.ts';
import type { Reply, Request } from './worker.ts';

export type Mutant = Awaited<ReturnType<Instrumenter['instrument']>>['mutants'][number];
export type Outcome = { readonly isNoticed: boolean; readonly why: string };

/** Where a process is replaced: Node forgets no module that was loaded anew. */
const maxMegabytes = 1500;

/** Tries every mutant with the tests in these files, in a process for each processor. */
export async function tryMutants(
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
  const first = startWorker(sandbox);
  const dry = await runDry(first, files, 1 + Math.max(...mutants.map(({ id }) => Number(id))));
  const chooser = createChooser(dry);
  await Promise.all(
    Array.from({ length: availableParallelism() }, async (_, index) => {
      let worker = index === 0 ? first : undefined;
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        if (!worker) {
          worker = startWorker(sandbox);
          await ask(worker, { kind: 'load', files }, 600_000);
        }
        const { outcome, isUsable } = await tryMutant(worker, mutant);
        outcomes.set(mutant.id, outcome);
        if (!isUsable) {
          worker.kill('SIGKILL');
          worker = undefined;
        }
        if (process.stderr.isTTY) process.stderr.write(`\r${outcomes.size} of ${total} `);
      }
      worker?.kill('SIGKILL');
    }),
  );
  if (process.stderr.isTTY) process.stderr.write('\r');
  return outcomes;

  async function tryMutant(worker: ChildProcess, { id, fileName }: Mutant) {
    const trial = chooser.choose(Number(id), fileName);
    const tests = [...trial.tests, ...trial.anew.tests];
    if (tests.length === 0) return { outcome: { isNoticed: false, why: 'no test comes by' }, isUsable: true };
    // For one that waits; one that is busy for too long ends itself.
    const reply = await ask(worker, trial, 20_000 + 30 * tests.reduce((sum, { ms }) => sum + ms, 0));
    if (reply?.kind !== 'mutant')
      return { outcome: { isNoticed: true, why: 'it did not come to an end' }, isUsable: false };
    const { noticedBy, megabytes } = reply;
    if (noticedBy !== undefined && trial.anew.tests.length > 0) chooser.remember(fileName, noticedBy);
    return {
      outcome: {
        isNoticed: noticedBy !== undefined,
        why: noticedBy ?? `${new Set(tests.map(({ place }) => place)).size} tests come by`,
      },
      isUsable: noticedBy !== 'waiting for nothing' && megabytes < maxMegabytes,
    };
  }
}

function startWorker(sandbox: string): ChildProcess {
  return fork(join(sandbox, 'test/mutate/worker.ts'), {
    cwd: sandbox,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Generated input finds in a few runs what it finds at all here; the rest of the time is for other mutants.
    env: { FUZZ_RUNS: '5', ...process.env },
  });
}

async function runDry(
  worker: ChildProcess,
  files: readonly string[],
  numbers: number,
): Promise<Extract<Reply, { kind: 'dry' }>> {
  const dry = await ask(worker, { kind: 'dry', files, numbers }, 600_000);
  if (dry?.kind !== 'dry') throw new Error('The tests did not come to an end. Run them with npm test first.');
  if (dry.tests.every(({ failure }) => failure !== undefined)) {
    worker.kill('SIGKILL');
    throw new Error(`Every test fails without any mutant, the first with: ${dry.tests[0]?.failure}`);
  }
  // Such as a test of the bundle's size: with all the mutants in it, it is larger.
  for (const { file, name, failure } of dry.tests) {
    if (failure !== undefined)
      console.log(`left out, because it fails without any mutant switched on: ${file}: ${name}`);
  }
  return dry;
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
