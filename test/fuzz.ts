// Runs every test of generated input and every simulation for long. `npm run fuzz [SEED] [WORDS of paths]`; a seed repeats a run.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';

const [first = '', ...others] = process.argv.slice(2);
const isSeed = /^\d+$/.test(first);
const seed = isSeed ? first : String(Math.floor(Math.random() * 1_000_000_000));
const words = isSeed || first === '' ? others : [first, ...others];
const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts'])
  .filter((file) => readFileSync(file, 'utf8').includes('fuzz-runs.ts'))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(`No test of generated input has ${words.join(' or ')} in its path.`);
  process.exit(2);
}

console.log(`From seed ${seed}. To repeat it: npm run fuzz ${[seed, ...words].join(' ')}`);
const env = { FUZZ_TIMES: '100', ...process.env, FUZZ_SEED: seed };
const { status } = spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
