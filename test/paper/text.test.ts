import assert from 'node:assert/strict';
import test from 'node:test';
import { completeResume } from '../fixtures/resumes.ts';
import { listWords } from './list-words.ts';
import { type Printed, printFile, printResume } from './make-print.ts';
import { readByPdfjs, readByPoppler, squeeze } from './read-pdf.ts';

const people = 'test/fixtures/people';
const cases: readonly (readonly [title: string, print: () => Promise<Printed>])[] = [
  ['the sample', () => printFile('resume.yaml')],
  ['a student', () => printFile(`${people}/student.yaml`)],
  ['a German physician', () => printFile(`${people}/german-physician.yaml`)],
  ['every key there is', () => printResume(completeResume)],
];

for (const [title, print] of cases) {
  test(`extractors find the words of ${title} in the page's order`, async (t) => {
    const { pdf, outline, missing } = await print();
    assert.deepEqual(missing, []);
    for (const [reader, sheets] of [
      ['pdf.js', await readByPdfjs(pdf)],
      ['poppler', readByPoppler(pdf)],
    ] as const) {
      if (!sheets) {
        t.diagnostic('pdftotext is not installed, so poppler was not asked.');
        continue;
      }
      const { lost, share } = findLost(listWords(outline), sheets);
      assert.ok(share >= 0.99, `${reader} loses ${JSON.stringify(lost)}`);
      assert.doesNotMatch(sheets.join(''), /[\uFB00-\uFB06]/, `${reader} finds a ligature`);
    }
  });
}

test('what no font has can be read all the same, and nothing else is lost by it', async () => {
  const { pdf, missing, outline } = await printResume({
    basics: { name: 'Kadmos 𒀀𒀁𒀂', summary: 'Brought **𒁀𒁁** to Thebes 🜀.' },
    skills: [{ name: '𒀭' }],
  });
  assert.ok(missing.includes('𒀀') && missing.includes('𒁁'));
  const { lost } = findLost(listWords(outline), await readByPdfjs(pdf));
  assert.deepEqual(lost, []);
});

// Letters that join are drawn with forms of their own and lines from right to left, which extractors put together again as
// well as they can: most of the words, in any order, without the marks above and below.
test('pdf.js finds most words of an Arabic résumé', async () => {
  const { pdf, outline, missing } = await printFile(`${people}/arabic-designer.yaml`);
  assert.deepEqual(missing, []);
  const text = stripMarks((await readByPdfjs(pdf)).join(' '));
  const words = listWords(outline).flatMap((value) =>
    value.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== ''),
  );
  const lost = words.filter((word) => !text.includes(stripMarks(word)));
  assert.ok(lost.length < 0.15 * words.length, `${lost.length} of ${words.length} are lost: ${lost.join(' ')}`);
});

function stripMarks(text: string): string {
  return text.normalize('NFKC').replace(/\p{M}/gu, '');
}

// The foot of a sheet stands between what is before and after it.
function findLost(words: readonly string[], sheets: readonly string[]) {
  const text = squeeze(sheets.join('\n'));
  const lost: string[] = [];
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(squeeze(word), from);
    if (at === -1) lost.push(word);
    else from = at + squeeze(word).length;
  }
  return { lost, share: 1 - lost.length / words.length };
}
