import assert from 'node:assert/strict';
import test from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { buildProject } from '#build';
import { makeProject } from '../cli/make-project.ts';
import { listWords } from './list-words.ts';
import { listScripts, printResume } from './make-print.ts';
import { hasPoppler, readByPdfjs, readByPoppler, squeeze } from './read-pdf.ts';

const prints = await Promise.all(listScripts().map(async (each) => ({ ...each, ...(await printResume(each.resume)) })));
const [inFileOrder, inReadingOrder] = hasPoppler
  ? await Promise.all(
      ['-raw', ''].map((options) =>
        readByPoppler(
          prints.map(({ pdf }) => pdf),
          options,
        ),
      ),
    )
  : [];

// What is found at least, of all: words by pdf.js, words by poppler, and values in their order by poppler. Marks above and below a
// letter have no place of their own, which poppler is told and pdf.js does not ask; a line from right to left stands in the file as
// it is seen, and poppler alone turns it round.
const least: Readonly<Record<string, readonly [pdfjs: number, poppler: number, inOrder: number]>> = {
  hebrew: [1, 1, 0.8],
  hindi: [0.4, 1, 1],
  thai: [0.5, 0.9, 0.85],
};

for (const [at, { name, pdf, outline, missing }] of prints.entries()) {
  test(`extractors find in a résumé in ${name} what they can`, async (t) => {
    assert.deepEqual(missing, []);
    const [pdfjs, poppler, inOrder] = least[name] ?? [1, 1, 1];
    const values = listWords(outline);
    const words = values.flatMap((value) => value.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
    const check = (what: string, found: number, all: number, share: number) => {
      t.diagnostic(`${what}: ${found} of ${all}`);
      assert.ok(all > 20 && found >= share * all, `${what}: ${found} of ${all}`);
    };
    const count = (text: string) => words.filter((word) => text.includes(squeeze(word))).length;
    check('words by pdf.js', count(squeeze((await readByPdfjs(pdf)).join(''))), words.length, pdfjs);
    if (!inFileOrder || !inReadingOrder) return;
    const ordered = [inFileOrder[at], inReadingOrder[at]].map((sheets) => squeeze(sheets?.join('') ?? ''));
    check('words by poppler', Math.max(...ordered.map(count)), words.length, poppler);
    check(
      'values in order by poppler',
      Math.max(...ordered.map((text) => follow(values, text))),
      values.length,
      inOrder,
    );
  });
}

function follow(values: readonly string[], text: string): number {
  let from = 0;
  return values.filter((value) => {
    const at = text.indexOf(squeeze(value), from);
    if (at >= 0) from = at + squeeze(value).length;
    return at >= 0;
  }).length;
}

test('what is written from right to left begins on the right, and a telephone number in it on the left', async () => {
  const task = getDocument({
    data: new Uint8Array(prints.find(({ name }) => name === 'hebrew')?.pdf ?? []),
    verbosity: 0,
  });
  const page = await (await task.promise).getPage(1);
  const { items } = await page.getTextContent();
  const [, , width = 0] = page.view;
  const placed = items.flatMap((item) =>
    'str' in item && item.str.trim()
      ? [{ text: item.str, left: item.transform[4], right: item.transform[4] + item.width }]
      : [],
  );
  const find = (part: string) => placed.find(({ text }) => text.includes(part)) ?? { text: '', left: 0, right: 0 };
  const margin = width - Math.max(...placed.map(({ right }) => right));
  assert.ok(margin > 40 && Math.abs(Math.min(...placed.map(({ left }) => left)) - margin) < 3, `${margin}`);
  for (const heading of ['נועה', 'השכלה', 'מיומנויות']) assert.ok(width - find(heading).right - margin < 3, heading);
  assert.ok(find('היום').left - margin < 3, 'the dates are on the left');
  assert.equal(find('972').text.trim(), '+972541234567');
  await task.destroy();
});

const chinese = (settings: string) =>
  `basics: {name: 陈伟, label: 工程师}\nmeta: {language: zh, site: {${settings}}}\n`;
const remarks = [
  [
    '',
    /^\d+ characters are in no font, so the PDF shows boxes for .*工 .*npm install @expo-google-fonts\/noto-sans-sc, /,
  ],
  [
    'pdf: false',
    /^5 characters are in no font, so the picture for links shows boxes for .*工 .*@expo-google-fonts\/noto-sans-sc, /,
  ],
] as const;

for (const [settings, sentence] of remarks) {
  test(`one note says what no font has where the settings are {${settings}}`, async (t) => {
    const build = await buildProject({ root: await makeProject(t, { 'resume.yaml': chinese(settings) }) });
    assert.ok(build.kind === 'built');
    assert.equal(build.remarks.length, 1, build.remarks.join('\n'));
    assert.match(build.remarks[0] ?? '', sentence);
    assert.ok(build.site.files.some(({ path }) => path === 'card.png'));
  });
}
