import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';
import { createLatePattern } from '../../package/packed-patterns.ts';
import { passPatterns } from '../../package/pass-patterns.ts';

const root = join(import.meta.dirname, '../..');
const everySign = String.fromCharCode(...Array(256).keys());
const texts = [
  '',
  everySign,
  [...everySign].join('a'),
  'José, “the Ürümqi” – d’Arc (C++) #1.',
  'José, "the Malmö" d\'Arc (C++) #1.',
  'Прийшов 東京 と 서울, עברית, العربية\u200f ไทย',
  '👩‍💻 x\ud800y \ufffe',
  `${'Straße '.repeat(300)}!`,
];

function exercise(pattern: RegExp) {
  const found = texts.map((text) => {
    pattern.lastIndex = 0;
    const all = pattern.flags.includes('g') ? [...text.matchAll(pattern)] : [];
    const first = [pattern.exec(text), pattern.lastIndex, pattern.exec(text), pattern.lastIndex];
    pattern.lastIndex = 0;
    return [
      all,
      first,
      text.match(pattern),
      text.replace(pattern, '<$&>'),
      text.search(pattern),
      text.split(pattern, 9),
    ];
  });
  pattern.lastIndex = 0;
  return [found, texts.map((text) => pattern.test(text))];
}

test('a pattern that waits finds what it would have found, in Latin-1 and in everything else', () => {
  let count = 0;
  for (const path of globSync('src/**/*.ts', { cwd: root }).filter((one) => !one.endsWith('.test.ts'))) {
    const code = passPatterns(readFileSync(join(root, path), 'utf8'));
    for (const [, source = '', flags] of code.matchAll(/ = createLatePattern\(("(?:\\.|[^"])*"), '(\w+)'\)/g)) {
      const late = createLatePattern(JSON.parse(source), flags);
      assert.deepEqual(exercise(late), exercise(new RegExp(JSON.parse(source), flags)), `${path}: ${source}`);
      count += 1;
    }
  }
  assert.ok(count > 50, `Only ${count} patterns were found.`);
});

test('what the package has no letters for is left to the whole pattern', () => {
  for (const source of ['\\P{L}+', '[\\p{Script=Cherokee}é]', '^[\u{1F600}]?.$', '\\u{e9}\\p{L}']) {
    assert.deepEqual(exercise(createLatePattern(source, 'gu')), exercise(new RegExp(source, 'gu')), source);
  }
});

test('other patterns stay as they are', () => {
  for (const code of ['/a/u', '/\\p{L}/iu', '/[\\p{L}--[a]]/v', 'a / b', '// of \\p{L}/ and the like']) {
    assert.equal(passPatterns(`const one = ${code};`), `const one = ${code};`);
  }
});

test('the packed marked reads Markdown as it always did', async () => {
  const code = passPatterns(readFileSync(join(root, 'node_modules/marked/lib/marked.esm.js'), 'utf8'));
  assert.doesNotMatch(code, /getRegex:\(\)=>new RegExp/);
  const home = pathToFileURL(join(root, 'package/packed-patterns.ts')).href;
  const module = code.replace(
    /^import \{ createLatePattern \} from "[^"]+"/,
    `import { createLatePattern } from "${home}"`,
  );
  assert.notEqual(module, code);
  const packed: { readonly marked: typeof marked } = await import(`data:text/javascript,${encodeURIComponent(module)}`);
  const lines = [
    '**a**b',
    '**ä**, _ö_b',
    '*“a”*',
    '**“a”**b',
    'a_b_c',
    '_a_.',
    '***a** b*',
    '\\*a* `b` [c](d "e")',
    '- a\n- *b*',
    '£**a**£',
    '€**a**€',
    '~~a~~',
  ];
  for (const text of [...lines, lines.join(' '), lines.join('\n\n'), ...texts]) {
    for (const gfm of [true, false]) {
      assert.deepEqual(packed.marked.lexer(text, { gfm }), marked.lexer(text, { gfm }), text);
    }
  }
});
