import assert from 'node:assert/strict';
import test from 'node:test';
import { fixResume } from './fix-resume.ts';
import { formatProblems } from './format-problems.ts';
import { parseResume } from './parse-resume.ts';
import type { ResumeFormat } from './read/read-document.ts';
import { sampleYaml } from './sample-resume.ts';

const ROUNDS = 2_600;
const MAX_MILLISECONDS = 60_000;

const sources: Readonly<Record<ResumeFormat, string>> = {
  yaml: sampleYaml.slice(0, 620),
  json: JSON.stringify(parseResume(sampleYaml, 'yaml').source, undefined, 1).slice(0, 620),
};

const PIECES = [
  ...'{}[],:"\'#&*!|>-?%@`~\\/ \t\n\r\0\u0007\uFEFF\u2028\uD800\uDC00é😀0.',
  ...[
    '\r\n',
    '- ',
    ': ',
    '---\n',
    '...\n',
    '<<: ',
    '__proto__: ',
    '&a ',
    '*a',
    '!!str ',
    '"\\u0000"',
    '// x\n',
    '/* ',
    '*/',
  ],
  ...[
    'null',
    'true',
    '2015-13',
    'Present',
    'example.com',
    'javascript:x',
    'nmae: ',
    'company: ',
    'Germany',
    '{"a": 1}',
  ],
];

/** A linear congruential generator: the same numbers in every run. */
function createRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function mutate(text: string, random: (limit: number) => number): string {
  let mutated = text;
  for (let count = random(4) + 1; count > 0; count -= 1) {
    const at = random(mutated.length + 1);
    const piece =
      random(4) === 0 ? mutated.slice(random(mutated.length)).slice(0, random(60)) : PIECES[random(PIECES.length)];
    mutated = mutated.slice(0, at) + (piece ?? '') + mutated.slice(at + (random(2) === 0 ? 0 : random(30)));
  }
  return mutated;
}

for (const format of ['yaml', 'json'] as const) {
  test(`No text in ${format} makes the room throw, or a problem without a place and a sentence`, {
    timeout: MAX_MILLISECONDS,
  }, () => {
    const random = createRandom(format === 'yaml' ? 1 : 2);
    for (let round = 0; round < ROUNDS; round += 1) {
      const text = mutate(sources[format], random);
      const { resume, problems } = parseResume(text, format);
      const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
      assert.equal(resume === undefined, problems.length > 0);
      for (const { line, column, message } of problems) {
        const width = lines[line - 1]?.length ?? -1;
        assert.ok(line >= 1 && column >= 1 && column <= width + 1, `${line}:${column} of ${JSON.stringify(text)}`);
        assert.match(message, /^[^\n]*\.$/u, JSON.stringify(text));
      }
      formatProblems(problems, { name: 'f', text });

      const fixed = fixResume(text, format);
      assert.equal(fixed.fixes.length > 0, fixed.text !== text);
      if (fixed.fixes.length === 0) continue;
      const left = parseResume(fixed.text, format).problems.length;
      assert.equal(left, problems.length - fixed.fixes.length, JSON.stringify(text));
      assert.deepEqual(fixResume(fixed.text, format), { text: fixed.text, fixes: [] }, JSON.stringify(text));
    }
  });
}
