// Changes a room's code in one place at a time and looks whether a test notices. `npm run mutate ROOM… [WORDS of its files]`
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { makeSandbox } from './make-sandbox.ts';
import { type Room, rooms } from './rooms.ts';
import { type Mutant, type Outcome, tryMutants } from './try-mutants.ts';

// npm takes the first `--`, so what names no room is a word.
const args = process.argv.slice(2).filter((one) => one !== '--');
const named = args.filter((one) => one in rooms);
const words = args.filter((one) => !(one in rooms));
if (words.length > 0 && named.length === 0) {
  console.error(`Name the room of ${words.join(', ')} first: ${Object.keys(rooms).join(', ')}.`);
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
  const { folder: sandbox, remove } = makeSandbox();
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
    remove();
  }
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
  if (files.length === 0) throw new Error(`No file of src/${name} has ${words.join(' or ')} in its path.`);
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const { files: planted, mutants } = await new Instrumenter(logger).instrument(files, options);
  for (const file of planted) writeFileSync(join(sandbox, file.name), callSwitches(file.content));
  return mutants;
}

/** Stryker's own switches count what every expression passes, which no run but the first needs; the worker has others. */
function callSwitches(planted: string): string {
  return planted
    .replace(
      /function stryNS_\w+\(\)[\s\S]*?return isActive\(id\);\n\}/,
      'globalThis.__mutants__ ??= { isActive: () => false, cover() {} };',
    )
    .replaceAll(/stry(MutAct|Cov)_\w+\(("\d+"(?:, "\d+")*)\)/g, (_, kind, ids: string) => {
      return `__mutants__.${kind === 'Cov' ? 'cover' : 'isActive'}(${ids.replaceAll('"', '')})`;
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
