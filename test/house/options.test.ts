import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import test from 'node:test';

// The compiler knows an option where it is read by its name. A function that takes all of them with a type of its own would not
// notice that one is called otherwise now, so it has the type of the very options, or gets what it needs one by one.

test('no command hands its options on as a whole', () => {
  const whole = globSync('src/cli/commands/**/*.ts').flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    if (!text.includes('defineCommand({') || text.includes('OptionValues<typeof options>')) return [];
    const found = text.match(/(?:[(,]\s*|\.{3})(?:input\.)?options\s*[,)}]/g) ?? [];
    return found.map((part) => `${file}: ${part}`);
  });
  assert.deepEqual(whole, []);
});
