// Compiles the package into lib/: `npm pack` runs it. What does not change at the person's is made here, so that they need no
// esbuild: the code, the function, the page's script and stylesheet.
import { globSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { bundleAssets, bundleLambda, readStarter, readStatsStyle } from '#build';
import { describeLanguage, languages } from './describe-language.ts';
import { latinClasses } from './latin-classes.ts';
import { passBuiltins } from './pass-builtins.ts';
import { createPass } from './pass-doors.ts';
import { passPatterns } from './pass-patterns.ts';
import { standInForFiles } from './stand-in-files.ts';
import { describeFunction, describePackage } from './write-sbom.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const lib = join(root, 'lib');

/** Threads start from files of their own, which stand beside all the others in lib/; and a project tries and rehearses itself. */
const mains = [
  ...globSync('src/*/*-main.ts', { cwd: root }),
  'test/smoke/site.smoke.ts',
  'test/rehearsal/rehearse-project-main.ts',
];

const { dependencies, optionalDependencies, peerDependencies, imports } = JSON.parse(
  await readFile(join(root, 'package.json'), 'utf8'),
);
const pass = createPass(
  Object.fromEntries(Object.entries<string>(imports).map(([name, path]) => [name, join(root, path)])),
);

const packed: Plugin = {
  name: 'packed',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^#/ }, ({ path }) => ({ path: join(root, imports[path]) }));
    // As ES modules it loads in half the time.
    onResolve({ filter: /^yaml$/ }, () => ({ path: join(root, 'node_modules/yaml/browser/dist/index.js') }));
    onResolve({ filter: /\/bundle-code\.ts$/ }, () => ({ path: join(root, 'src/build/packed-code.ts') }));
    onResolve({ filter: /\/language-data\.ts$/ }, ({ importer }) =>
      importer.startsWith(join(root, 'src')) ? { path: join(root, 'package/packed-language-data.ts') } : undefined,
    );
    onLoad({ filter: /(src\/.*|\/packed-[\w-]+)\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return {
        contents: passBuiltins(pass(passPatterns(text))).replace(
          /new URL\('\.\/([\w-]+-main)\.ts'/g,
          "new URL('./$1.js'",
        ),
        loader: 'ts',
      };
    });
    onLoad({ filter: /\/latin-classes\.ts$/ }, () => ({
      contents: `export const latinClasses = ${JSON.stringify(latinClasses)};`,
    }));
    onLoad({ filter: /\/marked\.esm\.js$/ }, async ({ path }) => ({
      contents: passPatterns(await readFile(path, 'utf8')),
    }));
  },
};

/** What people run after each change comes as one file too, `cli-check.js`: that loads faster than the parts it shares with others. */
const alone = ['check', 'build'];

function leave(command: string): Plugin {
  const contents = `import { ${command} } from './${command}.ts'; export const commands = { ${command}: async () => ${command} };`;
  return {
    name: 'leave',
    setup({ onLoad }) {
      onLoad({ filter: /src\/cli\/commands\/index\.ts$/ }, () => ({ contents, loader: 'ts' }));
    },
  };
}

const atOnce: Plugin = {
  name: 'at-once',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^node:fs\/promises$/ }, ({ path }) => ({ path, namespace: 'stand-in' }));
    onLoad({ filter: /./, namespace: 'stand-in' }, () => ({ contents: standInForFiles(), loader: 'js' }));
  },
};

await rm(lib, { recursive: true, force: true });
const options = {
  absWorkingDir: root,
  outdir: lib,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Less to read; names stay, for the reports of faults.
  minifyWhitespace: true,
  minifySyntax: true,
  // Plain ASCII is read faster than other text.
  charset: 'ascii',
  // A native part cannot be bundled, and what the others bring is theirs to update.
  external: [
    ...Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }),
    'esbuild',
    '@sparticuz/chromium',
  ],
  plugins: [packed],
} satisfies BuildOptions;
const { metafile } = await build({
  ...options,
  entryPoints: Object.fromEntries(['src/cli.ts', ...mains].map((path) => [basename(path, '.ts'), path])),
  splitting: true,
  chunkNames: '[name]-[hash]',
  metafile: true,
});
for (const command of alone) {
  const entryPoints = { [`cli-${command}`]: 'src/cli.ts' };
  await build({ ...options, entryPoints, plugins: [leave(command), atOnce, packed] });
}
// The thread that a build waits for, too.
await build({ ...options, entryPoints: { 'press-main': 'src/paper/press-main.ts' }, plugins: [atOnce, packed] });

const { css, languagesCss = '', scripts } = await bundleAssets();
const notices: string[] = [];
const assets = new Map<string, string | Uint8Array>([
  ['style.css', css],
  ['languages.css', languagesCss],
  ['api.js', scripts.api],
  ['local.js', scripts.local],
  ['lambda.mjs', await bundleLambda()],
  ['stats.css', await readStatsStyle()],
  ['starter.json', JSON.stringify([...(await readStarter())])],
]);
// What others wrote of it, under their licenses.
const bundled = [
  ...new Set(
    Object.keys(metafile.inputs).flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  ),
];
for (const name of [...bundled, 'isbot'].sort()) {
  const folder = join(root, 'node_modules', name);
  const { version, license, author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined && license !== 'ISC') {
    throw new Error(`${name} has no license to pass on. Read its package.json and decide.`);
  }
  // Some name their license in package.json alone.
  const text = file === undefined ? writeIsc(author?.name ?? author) : await readFile(join(folder, file), 'utf8');
  notices.push(`${name} ${version}\n\n${text.trim()}\n`);
}
assets.set('function.cdx.json', JSON.stringify(await describeFunction(), undefined, 2));
assets.set('package.cdx.json', JSON.stringify(describePackage(metafile), undefined, 2));
assets.set('NOTICES.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));

// Typst reads its templates from beside the code.
for (const path of globSync('src/paper/*.typ', { cwd: root }))
  await copyFile(join(root, path), join(lib, basename(path)));

for (const tag of languages) assets.set(`languages/${tag}.json`, JSON.stringify(describeLanguage(tag)));

await mkdir(join(lib, 'assets/languages'), { recursive: true });
for (const [name, body] of assets) await writeFile(join(lib, 'assets', name), body);

/** Source: https://spdx.org/licenses/ISC.html */
function writeIsc(holder: string): string {
  return `ISC License

Copyright (c) ${holder}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that
the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL
DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;
}
