// Runs everything that has to hold: types, lint and format, and every test. Words after `npm test --` pick test files.
import { execFile } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { run } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';

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
// To start a process for each of two hundred small files takes as long as their tests do, so those of a room share one.
const rooms = mkdtempSync(join(cache, 'rooms-'));
const byRoom = Object.groupBy(chosen.sort(), (file) => /^src.([\w-]+)/.exec(file)?.[1] ?? '');
const grouped = Object.entries(byRoom).flatMap(([room, files = []]) => {
  if (room === '') return files;
  const program = `
    import test from 'node:test';
    for (const file of ${JSON.stringify(files.map((file) => pathToFileURL(file)))}) {
      await import(file).catch((fault) => test(file, () => Promise.reject(fault)));
    }`;
  writeFileSync(join(rooms, `${room}.mjs`), program);
  return [join(rooms, `${room}.mjs`)];
});
// Those of the whole house first, and before them the longest: no core should wait for one at the end.
const isLongest = (file: string) => /browser.fixtures|paper.fixtures|contract.exact/.test(file);
const files = grouped
  .sort()
  .reverse()
  .sort((a, b) => Number(isLongest(b)) - Number(isLongest(a)));

// All these processes read much of the same code: what one has compiled, the others take.
process.env.NODE_COMPILE_CACHE ??= join(cache, 'compiled');

let passed = 0;
let failed = 0;

function report(success: boolean, title: string, duration: number) {
  console.log(`${success ? '✔' : '✖'} ${title} (${(duration / 1000).toFixed(1)} s)`);
}

async function check(title: string, command: string, ...args: readonly string[]) {
  const start = performance.now();
  const found = await new Promise<string | undefined>((end) => {
    execFile(command, args, { maxBuffer: 10_000_000 }, (fault, stdout, stderr) =>
      end(fault ? stdout + stderr : undefined),
    );
  });
  report(found === undefined, title, performance.now() - start);
  if (found === undefined) passed += 1;
  else {
    failed += 1;
    console.log(found);
  }
}

await Promise.all([
  check('types', 'node_modules/.bin/tsc'),
  check('lint and format', 'node_modules/.bin/biome', 'ci', '--error-on-warnings', '--colors=off'),
]);

const failures: string[] = [];
// What ends a process is not in its failure, but on its standard error or in a remark.
const said: Record<string, string> = {};
function listen({ file = '', message }: { readonly file?: string | undefined; readonly message: string }) {
  said[file] = `${said[file] ?? ''}${message.trimEnd()}\n`;
}

// One file more at once than there are cores, because many wait for a browser, a child or a clock. The limit is far more than any
// file takes: a test that hangs is a failure, not a wait.
run({ files, concurrency: availableParallelism() + 1, timeout: 300_000 })
  .on('test:stderr', listen)
  .on('test:diagnostic', listen)
  .on('test:fail', ({ name, file = '', details: { error } }) => {
    const cause: unknown = error.cause ?? error;
    failures.push(`✖ ${name}\n  ${file}\n${cause === 'test failed' ? said[file] : inspect(cause)}\n`);
  })
  .on('test:pass', ({ name, skip }) => {
    if (skip !== undefined)
      console.log(`- skipped: ${name} (${skip === true || skip === '' ? 'no reason given' : skip})`);
  })
  .on('test:summary', ({ file, counts, duration_ms: duration, success }) => {
    if (file !== undefined) {
      const title = file.startsWith(rooms) ? `src/${basename(file, '.mjs')}` : relative('.', file);
      return report(success, `${title}: ${counts.passed}`, duration);
    }
    passed += counts.passed;
    failed += counts.tests - counts.passed - counts.skipped - counts.todo;
  })
  .on('end', () => {
    rmSync(rooms, { recursive: true });
    for (const failure of failures) console.log(`\n${failure}`);
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  })
  .resume();
