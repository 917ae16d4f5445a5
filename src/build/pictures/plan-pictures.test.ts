import assert from 'node:assert/strict';
import test from 'node:test';
import sharp from 'sharp';
import { createOutline } from '#site';
import { planPictures } from './plan-pictures.ts';

async function draw(name: string, label?: string, url?: string) {
  const resume = { basics: { name, ...(label && { label }) }, ...(url && { meta: { site: { url } } }) };
  const { outline } = createOutline(resume, new Map());
  const { files } = await (
    await planPictures({ root: '.', resume, outline, photo: undefined, ownIcon: undefined })
  ).make();
  const read = (path: string) => sharp(files.get(path)).raw().toBuffer({ resolveWithObject: true });
  return { card: await read('card.png'), icon: await read('apple-touch-icon.png') };
}

type Picture = Awaited<ReturnType<typeof draw>>['card'];

/** How many pixels of a part of a picture are unlike its last one. */
function countInk({ data, info }: Picture, isPart: (x: number, y: number) => boolean = () => true): number {
  const { width, channels } = info;
  const ground = [...data.subarray(-channels)];
  const pixels = Array.from({ length: data.length / channels }, (_, at) => at);
  const inked = pixels.filter((at) =>
    ground.some((value, channel) => Math.abs(value - (data[at * channels + channel] ?? 0)) > 40),
  );
  return inked.filter((at) => isPart(at % width, Math.floor(at / width))).length;
}

const names: readonly (readonly [name: string, label?: string, url?: string])[] = [
  ['Ada'],
  ['W'.repeat(60)],
  [
    'Maximiliane Freifrau von Schwarzenberg-Hohenlohe-Waldenburg zu Pyrmont',
    `${'Rindfleischetikettierung'.repeat(4)} in Hessen`,
  ],
  ['ליאת '.repeat(30), 'מהנדסת'],
  ['a '.repeat(400), 'b '.repeat(400)],
  ['Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', 'A long name', `https://${'words.'.repeat(20)}example`],
  ['Bo and her address', 'Lawyer', `https://${'abcdefgh'.repeat(30)}.example`],
];

for (const [name, label, url] of names) {
  test(`a card has room for ${name.slice(0, 30)}, and keeps its edges free`, async () => {
    const { card } = await draw(name, label, url);
    assert.ok(countInk(card, (x, y) => x > 90 && x < 1110 && y > 60 && y < 570) > 500, 'nothing is written');
    // The accent's bar stands at the very edge.
    const isEdge = (x: number, y: number) => x > 20 && x < 1180 && (x < 80 || x > 1120 || y < 60 || y > 600);
    assert.equal(countInk(card, isEdge), 0);
  });
}

test('an icon shows the initials that fonts have, and no box for others', async () => {
  const [plain, letter, unknown, mixed] = await Promise.all(['李', 'Zoë', '𒀀', '👩‍🚀 Zoë'].map((name) => draw(name)));
  const count = (drawn: typeof plain) => (drawn ? countInk(drawn.icon) : -1);
  assert.deepEqual([count(plain), count(unknown)], [0, 0]);
  assert.ok(count(letter) > 500);
  assert.equal(count(mixed), count(letter));
});

test('an own icon that cannot be read leaves the initials, and a note says why', async () => {
  const { outline } = createOutline({ basics: { name: 'J' } }, new Map());
  const job = { root: '.', resume: { basics: { name: 'J' } }, outline, photo: undefined };
  const make = async (ownIcon?: string) =>
    (await planPictures({ ...job, ownIcon: ownIcon === undefined ? undefined : Buffer.from(ownIcon) })).make();
  const plain = (await make()).files.get('favicon.ico');
  const svg = (size: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect/></svg>`;
  for (const icon of ['', 'x', svg('1000000')]) {
    const { files, notes } = await make(icon);
    assert.match(notes.join(), /^The icons show the initials, because the own one in public\/ .*\.$/);
    assert.deepEqual(files.get('favicon.ico'), plain);
  }
  assert.deepEqual((await make(svg('16'))).notes, []);
});
