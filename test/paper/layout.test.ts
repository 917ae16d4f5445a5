import assert from 'node:assert/strict';
import test from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { printResume } from './make-print.ts';
import { readByPdfjs } from './read-pdf.ts';

test('no point stands alone at the top of a sheet', async () => {
  const points = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${name} ${at} says what was done in that year.`);
  // With 20 the first sheet is full, so that the one after them would be alone.
  for (const [count, shown] of [
    [20, '20 0'],
    [21, '19 2'],
    [22, '20 2'],
  ] as const) {
    const { pdf } = await printResume({
      basics: { name: 'Ada' },
      work: [
        { name: 'First', highlights: points('Before', 24) },
        { name: 'Second', startDate: '2020', highlights: points('Point', count) },
        { name: 'Third', highlights: points('After', 30) },
      ],
    });
    const sheets = await readByPdfjs(pdf);
    assert.equal(sheets.map((text) => text.match(/Point/g)?.length ?? 0).join(' '), shown);
  }
});

const long = Array.from({ length: 24 }, (_, at) => `word${at}`);
for (const [what, word] of [
  ['with dots', long.join('.')],
  ['with underscores', long.join('_')],
  ['without either', long.join('')],
] as const) {
  test(`a word of 150 letters ${what} stays on the sheet, wherever it is`, async () => {
    const { pdf } = await printResume({
      basics: { name: 'Ada', email: `${word}@host.example`, summary: `It is ${word}.` },
      work: [{ name: word, url: `https://${word}.example`, highlights: [word] }],
    });
    const { width, pieces } = await readFirstSheet(pdf);
    const end = Math.max(...pieces.map(({ right }) => right));
    assert.ok(end < width - 50, `${end} of ${width}`);
  });
}

test('signs after a name stay after it from right to left', async () => {
  const skills = [
    { name: 'C++', level: 'خبيرة' },
    { name: 'جافا', keywords: ['C#', 'نسخ'] },
  ];
  const { pdf } = await printResume({ basics: { name: 'نورة' }, skills, meta: { language: 'ar' } });
  // Turned about, the signs would be a piece of their own.
  const texts = (await readFirstSheet(pdf)).pieces.map(({ text }) => text);
  assert.ok(texts.includes('C++') && texts.includes('C#'), texts.join(' '));
});

async function readFirstSheet(pdf: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const sheet = await (await task.promise).getPage(1);
  const { items } = await sheet.getTextContent();
  const pieces = items.flatMap((item) =>
    'str' in item ? [{ text: item.str, right: (item.transform[4] as number) + item.width }] : [],
  );
  await task.destroy();
  return { width: sheet.view[2] ?? 0, pieces };
}
