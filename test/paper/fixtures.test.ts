import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { promisify } from 'node:util';
import type { Resume } from '#resume';
import { listWords } from './list-words.ts';
import { listResumes, printResume } from './make-print.ts';
import { hasPoppler, readByPdfjs, readByPoppler, squeeze } from './read-pdf.ts';

// Letters that join are drawn with forms of their own, which extractors put together again as well as they can.
const joining = /\p{Script=Arabic}/u;
const prints = await Promise.all(listResumes().map(async (each) => ({ ...each, ...(await printResume(each.resume)) })));
const isJoining = ({ resume }: { readonly resume: Resume }) => joining.test(JSON.stringify(resume));
const plain = prints.filter((each) => !isJoining(each));
const joined = prints.filter(isJoining);
const [plainByPoppler, joinedByPoppler] = hasPoppler
  ? await Promise.all([
      readByPoppler(plain.map(({ pdf }) => pdf)),
      readByPoppler(
        joined.map(({ pdf }) => pdf),
        '',
      ),
    ])
  : [];

for (const [at, { name, pdf, outline }] of plain.entries()) {
  test(`extractors find the words of ${name} in the page's order`, async (t) => {
    if (!hasPoppler) t.diagnostic('pdftotext is not installed, so poppler was not asked.');
    const read = [
      ['pdf.js', await readByPdfjs(pdf)] as const,
      ...(plainByPoppler ? [['poppler', plainByPoppler[at] ?? []] as const] : []),
    ];
    for (const [reader, sheets] of read) {
      const { lost, share } = findLost(listWords(outline), sheets);
      assert.ok(share >= 0.99, `${reader} loses ${JSON.stringify(lost)}`);
      assert.doesNotMatch(sheets.join(''), /[\uFB00-\uFB06]/, `${reader} finds a ligature`);
      assert.doesNotMatch(sheets.join(''), /[\p{L}\p{N}]-\n/u, `${reader} would lose a hyphen with its line`);
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

// Most of the words, in any order, without the marks above and below.
test('extractors find most words of résumés in Arabic', async (t) => {
  const found = new Map<string, { all: number; readonly lost: string[] }>();
  for (const [at, { pdf, outline, missing }] of joined.entries()) {
    assert.deepEqual(missing, []);
    const words = listWords(outline).flatMap((value) => value.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
    for (const [reader, sheets] of [
      ['pdf.js', await readByPdfjs(pdf)] as const,
      ...(joinedByPoppler ? [['poppler', joinedByPoppler[at] ?? []] as const] : []),
    ]) {
      const text = stripMarks(sheets.join(' '));
      const { all, lost } = found.get(reader) ?? { all: 0, lost: [] };
      found.set(reader, {
        all: all + words.length,
        lost: [...lost, ...words.filter((word) => !text.includes(stripMarks(word)))],
      });
    }
  }
  for (const [reader, { all, lost }] of found) {
    t.diagnostic(`${reader} finds ${all - lost.length} of ${all} words.`);
    assert.ok(all > 200 && lost.length < 0.12 * all, `${reader} loses ${lost.join(' ')}`);
  }
});

const program = `
  import { createHash } from 'node:crypto';
  import { listResumes, printResume } from './test/paper/make-print.ts';
  for (const { resume } of listResumes()) {
    console.log(createHash('sha256').update((await printResume(resume)).pdf).digest('hex'));
  }`;

test('every PDF has the same bytes in another process, time zone and language', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
  });
  assert.deepEqual(
    stdout.trim().split('\n'),
    prints.map(({ pdf }) => createHash('sha256').update(pdf).digest('hex')),
  );
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
