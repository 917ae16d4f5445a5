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

test('a date without a title stands where one would begin', async () => {
  const work = [{ name: 'Works', startDate: '2020' }, { startDate: '2010' }];
  const { pieces } = await readFirstSheet((await printResume({ basics: { name: 'Ada' }, work })).pdf);
  const left = (text: string) => pieces.find((piece) => piece.text.includes(text))?.left;
  assert.equal(left('2010'), left('Works'));
  assert.ok(Number(left('2020')) > Number(left('Works')) + 200);
});

test('a date of many words leaves the title its room', async () => {
  const work = [{ position: 'A title of some thirty letters', startDate: 'long ago, '.repeat(9), endDate: 'later' }];
  const { pieces } = await readFirstSheet((await printResume({ basics: { name: 'Ada' }, work })).pdf);
  assert.ok(pieces.some(({ text }) => text.includes('A title of some thirty letters')));
});

test('a paragraph above a list goes with it to the next sheet', async () => {
  const filler = (count: number) => ({
    name: 'Before',
    highlights: Array.from({ length: count }, (_, at) => `${at} says what was done.`),
  });
  const list = Array.from({ length: 12 }, (_, at) => `- Part ${at} of the work that was done.`).join('\n');
  const parted = [];
  // With 43 the first sheet has room for the paragraph alone.
  for (const count of [42, 43, 44]) {
    const work = [filler(count), { name: 'After', summary: `Led the work:\n\n${list}\n\nAnd so on.` }];
    const sheets = await readByPdfjs((await printResume({ basics: { name: 'Ada' }, work })).pdf);
    if (sheets.some((text) => text.includes('Led the work') && !text.includes('Part 0'))) parted.push(count);
  }
  assert.deepEqual(parted, []);
});

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
    'str' in item
      ? [{ text: item.str, left: item.transform[4] as number, right: (item.transform[4] as number) + item.width }]
      : [],
  );
  await task.destroy();
  return { width: sheet.view[2] ?? 0, pieces };
}
