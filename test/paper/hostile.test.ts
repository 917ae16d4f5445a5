import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parseResume, type Resume } from '#resume';
import { completeResume, mapLeaves } from '../fixtures/resumes.ts';
import { printResume } from './make-print.ts';
import { hasPoppler, readByPdfjs, readByPoppler, squeeze } from './read-pdf.ts';

// Typst's syntax, and what other typesetters run.
const payloads = [
  '#panic("x")',
  '#read("/etc/passwd")',
  '#import "@preview/x:1.0.0"',
  '#{1 + 1}',
  '#eval("1+1")',
  '$x^2$ @cite <label>',
  '= Heading',
  '// no comment /* nor this */',
  '"] #text(red)[x',
  '\\u{41} \\ \\#',
  '~ -- --- ... \' "',
  '\\input{/etc/passwd}',
  '%s {{7*7}} \\write18{ls} %&',
];

// Checked before they come here, or never on paper.
const kept = /(Date|\.date|countryCode|lastModified|language|counter|url|image|email|phone|\$schema|network)$|^meta/;

for (const payload of payloads) {
  test(`${payload} stays text`, async () => {
    const resume = mapLeaves(completeResume, ({ path, value }) => (kept.test(path) ? value : `${value} ${payload}`));
    const text = squeeze((await readByPdfjs((await printResume(resume)).pdf)).join(''));
    // A backslash and quotation marks mean something in Markdown, and a first letter may be shown elsewhere.
    const shown = squeeze(payload);
    const found = text.split(shown).length - 1;
    assert.ok(found > 30, `it is there ${found} times`);
  });
}

test('no text makes a sheet that cannot be set', async () => {
  const odd = [
    '\u200b',
    '\u00ad',
    '\u202e',
    '\ufeff',
    '\u0301',
    '\u2028',
    'x'.repeat(5_000),
    ' ',
    '👩‍👩‍👧',
    '\u{10ffff}',
    '\ue000',
  ];
  for (const text of odd) {
    const resume = mapLeaves(completeResume, ({ path, value }) => (kept.test(path) ? value : text)) as Resume;
    const { pdf } = await printResume(resume);
    assert.equal(Buffer.from(pdf).toString('latin1', 0, 5), '%PDF-', JSON.stringify(text));
  }
});

test('only a name is a résumé', async () => {
  const { sheets, missing } = await printResume({ basics: { name: 'Ada' } });
  assert.deepEqual([sheets, missing], [1, []]);
});

test('the sample fits two sheets', async () => {
  const { resume } = parseResume(readFileSync('resume.yaml', 'utf8'), 'yaml');
  assert.ok(resume);
  assert.equal((await printResume(resume)).sheets, 2);
});

test('a word that is longer than a line goes on in the next', async () => {
  const long = 'w'.repeat(300);
  const lines = (await readByPdfjs((await printResume({ basics: { name: 'Ada', summary: long } })).pdf))
    .join('')
    .split('\n');
  const words = lines.map(squeeze).filter((line) => /^w+$/.test(line));
  assert.ok(words.length > 3 && words.every(({ length }) => length <= 100), words.join('\n'));
  assert.equal(words.join(''), long);
  assert.ok(!lines.some((line) => line.includes('\u200b')), 'copying brings along what nobody wrote');
});

test('no line ends after a hyphen of an address, which would be lost with the line', async () => {
  const email =
    'augusta.ada.king.lovelace.of.the.analytical.engine.and.its.notes@a-very-long-domain-name-of-an-organization.example';
  const text = (await readByPdfjs((await printResume({ basics: { name: 'Ada', email } })).pdf)).join('');
  assert.doesNotMatch(text, /-\n/);
  assert.ok(squeeze(text).includes(email));
});

test('as many hyphens and long words as are set with care can be set', async () => {
  const summary = `${'up-to '.repeat(100)}${`${'x'.repeat(50)} `.repeat(48)}`;
  const names = Array<string>(150).fill('x'.repeat(50));
  const many = { basics: { name: 'Ada', summary }, work: [{ name: 'Works', highlights: [...names, summary] }] };
  assert.ok((await printResume(many)).sheets > 1);
});

const count = (words: number) => Array.from({ length: words }, (_, index) => String(10_000 + index));
const long: readonly (readonly [what: string, basics: Partial<Resume['basics']>, words: readonly string[]])[] = [
  ['a text of 40 KB in one line', { summary: count(6_700).join(' ') }, count(6_700)],
  ['one without spaces', { summary: count(8_000).join('') }, count(8_000)],
  ['a name of 40 KB', { name: count(6_700).join(' ') }, count(6_700)],
  ['a letter with marks without end', { name: `A${'\u0301'.repeat(5_000)}`, summary: 'Whole' }, ['Whole']],
];

for (const [what, basics, words] of long) {
  test(`${what} is whole on paper`, async () => {
    const { pdf } = await printResume({ basics: { name: 'Ada', ...basics } });
    const read = [await readByPdfjs(pdf), ...(hasPoppler ? await readByPoppler([pdf]) : [])];
    for (const sheets of read) {
      const last = sheets.length;
      // Its foot stands between two sheets.
      const text = squeeze(
        sheets.map((sheet, index) => squeeze(sheet).replace(`Ada${index + 1}/${last}`, '')).join(''),
      );
      let from = 0;
      const lost = words.filter((word) => {
        const at = text.indexOf(word, from);
        if (at >= 0) from = at + word.length;
        return at < 0;
      });
      assert.deepEqual(lost, []);
    }
  });
}
