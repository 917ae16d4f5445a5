// Runs everything that has to hold: types, lint and format, and every test. Words after `npm test --` pick test files.
import { execFile } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { watchProgram, writeProgram } from './bounds.ts';

const wanted = process.argv.slice(2);
const chosen = globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts']).filter(
  (file) => wanted.length === 0 || wanted.some((word) => file.includes(word)),
);
if (chosen.length === 0) {
  console.error(`No test file has ${wanted.join(' or ')} in its path.`);
  process.exit(2);
}

const cache = resolve('node_modules/.cache');
mkdirSync(cache, { recursive: true });
// To start a process that loads much the same code takes as long as most files' tests, so the files of a folder share one.
const programs = mkdtempSync(join(cache, 'tests-'));
const byFolder = Object.groupBy(chosen.sort(), (file) => dirname(file).split(sep).slice(0, 2).join('/'));
const folders = new Map(
  Object.entries(byFolder).map(([folder, files = []]) => {
    const path = join(programs, `${folder.replace('/', '.')}.mjs`);
    writeProgram(path, files);
    return [path, folder];
  }),
);
// The longest first, in this order: no core should wait for one at the end.
const longest = [
  'test/browser',
  'test/cli',
  'test/contract',
  'test/paper',
  'src/formats',
  'test/pipeline',
  'test/local',
  'test/publish',
  'src/build',
];
const rank = (path: string) => {
  const at = longest.indexOf(folders.get(path) ?? '');
  return at === -1 ? longest.length : at;
};
const files = [...folders.keys()].sort((a, b) => rank(a) - rank(b));

// All these processes read much of the same code: what one has compiled, the others take.
process.env.NODE_COMPILE_CACHE ??= join(cache, 'compiled');

let passed = 0;
const failures: string[] = [];

function report(success: boolean, title: string, duration: number) {
  console.log(`${success ? '✔' : '✖'} ${title} (${(duration / 1000).toFixed(1)} s)`);
}

async function check(title: string, command: string, ...args: readonly string[]) {
  const start = performance.now();
  const found = await new Promise<string | undefined>((end) => {
    const options = { maxBuffer: 10_000_000, timeout: 600_000, killSignal: 'SIGKILL' } as const;
    execFile(command, args, options, (fault, stdout, stderr) => end(fault ? stdout + stderr : undefined));
  });
  report(found === undefined, title, performance.now() - start);
  if (found === undefined) passed += 1;
  else failures.push(`✖ ${title}\n${found}`);
}

const checks = Promise.all([
  check('types', 'node_modules/.bin/tsc'),
  check('lint and format', 'node_modules/.bin/biome', 'ci', '--error-on-warnings', '--colors=off'),
]);

// What ends a process is not in its failure, but on its standard error or in a remark.
const said: Record<string, string> = {};
function listen({ file = '', message }: { readonly file?: string | undefined; readonly message: string }) {
  said[file] = `${said[file] ?? ''}${message.trimEnd()}\n`;
}

async function finish() {
  await checks;
  rmSync(programs, { recursive: true });
  for (const failure of failures) console.log(`\n${failure}\n`);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

const watched = new Map<string, () => void>();

// One folder more at once than there are cores, because many tests wait for a browser, a child or a clock.
run({ files, concurrency: availableParallelism() + 1 })
  .on('test:dequeue', ({ name }) => {
    if (!folders.has(name)) return;
    const held = () => {
      failures.push(`✖ ${folders.get(name)}\n${said[name]}`);
      void finish().then(() => process.exit());
    };
    watched.set(name, watchProgram(name, { ended: (message) => listen({ file: name, message }), held }));
  })
  .on('test:complete', ({ name }) => watched.get(name)?.())
  .on('test:stderr', listen)
  .on('test:diagnostic', listen)
  .on('test:fail', ({ name, file = '', details: { error } }) => {
    const cause: unknown = error.cause ?? error;
    if (cause === 'test failed') failures.push(`✖ ${name}\n${said[file]}`);
    // What holds a failed test fails too.
    else if (!('failureType' in error) || error.failureType !== 'subtestsFailed')
      failures.push(
        `✖ ${name}\n  ${file}\n${inspect(cause)}${/timed out/.test(String(cause)) ? `\n${said[file] ?? ''}` : ''}`,
      );
  })
  .on('test:pass', ({ name, skip }) => {
    if (skip !== undefined)
      console.log(`- skipped: ${name} (${skip === true || skip === '' ? 'no reason given' : skip})`);
  })
  .on('test:summary', ({ file, counts, duration_ms: duration, success }) => {
    if (file === undefined) passed += counts.passed;
    else report(success, `${folders.get(file) ?? relative('.', file)}: ${counts.passed}`, duration);
  })
  .on('end', finish)
  .resume();
