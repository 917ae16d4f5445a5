import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate } from 'node:fs/promises';
import { join, relative } from 'node:path';
import test, { type TestContext } from 'node:test';
import { makeProject } from '../../test/cli/make-project.ts';
import { findFonts, readFonts } from './find-fonts.ts';

test('of the fonts what is no plain file is left out, and so is what is no font', async (context) => {
  const root = await makeProject(context, { 'fonts/a.ttf': 'no font', 'fonts/huge.ttf': '', 'elsewhere/b.otf': 'b' });
  const place = (name: string) => join(root, 'fonts', name);
  execFileSync('mkfifo', [place('pipe.ttf')]);
  await symlink('nowhere', place('nowhere.ttf'));
  await symlink('/dev/zero', place('endless.ttf'));
  await symlink(join(root, 'elsewhere/b.otf'), place('b.otf'));
  await mkdir(place('folder.ttf'));
  await truncate(place('huge.ttf'), 5_000_000_000);
  const own = (await findFonts(root, 'अ', 'hi')).filter(({ path }) => path.startsWith(root));
  assert.deepEqual(
    own.map(({ path }) => path),
    [place('a.ttf'), place('b.otf')],
  );
  assert.deepEqual(await readFonts(own), []);
});

const font = (name: string, weight: string) =>
  `node_modules/@expo-google-fonts/${name}/${weight}/${name}_${weight}.ttf`;

async function find(context: TestContext, files: readonly string[], text: string, language = 'en') {
  const root = await makeProject(context, Object.fromEntries(files.map((file) => [file, ''])));
  const found = await findFonts(root, text, language);
  // Beside those of the project there are the ones of this checkout.
  return found.map(({ path }) => relative(root, path)).filter((path) => !path.startsWith('..'));
}

const texts: readonly (readonly [text: string, isLookedFor: boolean])[] = [
  ['Jürgen – “Ада” Αδα, 5 € · © …', false],
  ['陈', true],
  ['👩', true],
  ['⏰', true],
  ['🜀', true],
];

for (const [text, isLookedFor] of texts) {
  test(`${isLookedFor ? 'fonts are' : 'no font is'} looked for where a text has ${text}`, async (context) => {
    const own = ['fonts/deep/a.ttf'];
    assert.deepEqual(await find(context, own, text), isLookedFor ? own : []);
  });
}

test('fonts of the person’s own come first, then packages, that of the language before others', async (context) => {
  const files = ['fonts/a.otf', font('noto-sans-jp', '400Regular'), font('noto-sans-sc', '400Regular')];
  const [own, jp, sc] = files;
  assert.deepEqual(await find(context, files, '陈', 'zh'), [own, sc, jp]);
  assert.deepEqual(await find(context, files, '陈', 'ja'), [own, jp, sc]);
});

test('of a package no more weights are read than are used', async (context) => {
  const weights = ['100Thin', '400Regular', '600SemiBold', '700Bold'];
  const files = weights.map((weight) => font('noto-sans-kr', weight));
  assert.deepEqual(await find(context, files, '김', 'ko'), files.slice(1, 3));
  const few = [font('noto-emoji', '400Regular'), font('noto-emoji', '700Bold')];
  assert.deepEqual(await find(context, few, '👩'), few);
});
