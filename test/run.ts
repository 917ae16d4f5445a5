// Runs everything that has to hold: types, lint and format, and every test. Words after `npm test --` pick test files.
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';

const wanted = process.argv.slice(2);
const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'])
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  // Those of the whole house first: they are the long ones, and no core should wait for one at the end.
  .sort()
  .reverse();
if (files.length === 0) {
  console.error(`No test file has ${wanted.join(' or ')} in its path.`);
  process.exit(2);
}

// Two hundred processes read much of the same code: what one has compiled, the others take.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/compiled');

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
// One file more at once than there are cores, because many wait for a browser, a child or a clock. The limit is far more than any
// file takes: a test that hangs is a failure, not a wait.
run({ files, concurrency: availableParallelism() + 1, timeout: 300_000 })
  .on('test:fail', ({ name, file, details: { error } }) => {
    failures.push(`✖ ${name}\n  ${file}\n${inspect(error.cause ?? error)}\n`);
  })
  .on('test:pass', ({ name, skip }) => {
    if (skip !== undefined)
      console.log(`- skipped: ${name} (${skip === true || skip === '' ? 'no reason given' : skip})`);
  })
  .on('test:summary', ({ file, counts, duration_ms: duration, success }) => {
    if (file !== undefined)
      return report(success, `${file.replace(`${process.cwd()}/`, '')}: ${counts.passed}`, duration);
    passed += counts.passed;
    failed += counts.tests - counts.passed - counts.skipped - counts.todo;
  })
  .on('end', () => {
    for (const failure of failures) console.log(`\n${failure}`);
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  })
  .resume();
