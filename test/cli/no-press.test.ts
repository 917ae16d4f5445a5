import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { jane, makeProject } from './make-project.ts';
import { spawnCli } from './run-cli.ts';

// What Node does where a package has no binary for the platform.
const without = (name: string) => `import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) {
  if (url.includes('/node_modules/${name}/')) throw new Error('There is no binary.');
  return next(url, context);
} });`;
const files = {
  'resume.yaml': `${jane}  url: resume.pdf\nmeta: {site: {url: https://jane.example}}\n`,
  'typst.mjs': without('@myriaddreamin/typst-ts-node-compiler'),
  'sharp.mjs': without('sharp'),
};

const cases = [
  ['typst.mjs', [], /^There is no PDF: Typst, which sets it, cannot be loaded: There is no binary\.$/m],
  ['sharp.mjs', ['resume.pdf'], /^There is no picture for links: sharp, .* cannot be loaded: There is no binary\.$/m],
] as const;

for (const [hook, made, sentence] of cases) {
  test(`a page links nothing that cannot be made with ${hook} in the way, but for what was made before`, async (context) => {
    const cwd = await makeProject(context, files);
    const build = (node: readonly string[]) => spawnCli(['build'], { cwd, node });
    const list = async () => {
      const page = await readFile(join(cwd, 'dist/site/index.html'), 'utf8');
      const names = await readdir(join(cwd, 'dist/site'));
      return ['resume.pdf', 'card.png', 'apple-touch-icon.png'].filter((name) => {
        assert.equal(page.includes(`/${name}"`), names.includes(name), name);
        return names.includes(name);
      });
    };
    const hooked = ['--import', join(cwd, hook)];
    const { code, stdout } = await build(hooked);
    assert.deepEqual([code, await list()], [0, made]);
    assert.match(stdout, sentence);

    const all = ['resume.pdf', 'card.png', 'apple-touch-icon.png'];
    assert.deepEqual([(await build([])).code, await list()], [0, all]);
    const again = await build(hooked);
    assert.deepEqual([again.code, await list()], [0, all]);
    assert.match(again.stdout, /nothing changed/);
  });
}
