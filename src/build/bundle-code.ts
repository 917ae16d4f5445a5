import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OutputFile, Plugin } from 'esbuild';
import { getPattern } from 'isbot';
import { engineFolder } from '#cli';
import type { SiteAssets } from '#site';
import { composeStarter } from './compose-starter.ts';
import { shortenPattern } from './shorten-pattern.ts';

// Beside this file stands packed-code.ts, with the same exports: in the package it takes this one's place.

const source = fileURLToPath(new URL('..', import.meta.url));

/** Where the code is that a preview has to watch. */
export const sourceFolder: string | undefined = source;

type Assets = Pick<SiteAssets, 'css' | 'languagesCss' | 'scripts'>;

/** Bundles and minifies the page's stylesheets and scripts. Rejects with esbuild's own report when one is wrong. */
export async function bundleAssets(): Promise<Assets> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: source,
    entryPoints: ['site/style.css', 'site/languages.css', 'site/script/api.ts', 'site/script/local.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    outdir: 'out',
    write: false,
    logLevel: 'silent',
  });
  return {
    css: readOutput(outputFiles, 'style.css').trim(),
    languagesCss: readOutput(outputFiles, 'languages.css').trim(),
    scripts: {
      api: readOutput(outputFiles, 'api.js').trim(),
      local: readOutput(outputFiles, 'local.js').trim(),
    },
  };
}

// isbot makes its pattern of a string, with a simpler one in reserve for old browsers; as a short literal it is 650 bytes less.
const isbotLiteral: Plugin = {
  name: 'isbot literal',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]isbot[\\/]/ }, () => ({
      contents: `export const getPattern = () => ${shortenPattern(getPattern())};`,
    }));
  },
};

// What only our own modules name, and neither AWS nor Node: one letter each is 300 bytes less.
const ownNames =
  /^(accessKeyId|add|attributeNames|attributeValues|change|condition|counters|credentials|day|endpoint|getSalt|http|isFlood|isFromEdge|keepDays|maxIds|maxNetworkVisits|network|person|recognize|region|route|secretAccessKey|seenTable|sessionToken|store|table|timeoutMs|total|visitor)$/;

/** Bundles the Lambda function into one module without dependencies. */
export async function bundleLambda(): Promise<Uint8Array> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: source,
    entryPoints: ['lambda.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outfile: 'index.mjs',
    plugins: [isbotLiteral],
    mangleProps: ownNames,
    write: false,
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('esbuild made no function. Run npm install again.');
  return file.contents;
}

/** The stylesheet of the statistics page: the page's palette with its own. */
export async function readStatsStyle(): Promise<string> {
  const sheets = ['../site/palette.css', '../stats/html/report.css'];
  const texts = sheets.map((path) => readFile(new URL(path, import.meta.url), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

/** The files that a new project begins with, by path, with `{{…}}` where it has its own words. */
export function readStarter(): Promise<ReadonlyMap<string, string>> {
  return composeStarter(
    async (folder) => {
      const entries = await readdir(join(engineFolder, folder), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(engineFolder, join(entry.parentPath, entry.name)).split(sep).join('/'));
    },
    (path) => readFile(join(engineFolder, path), 'utf8'),
  );
}

function readOutput(files: readonly OutputFile[], name: string): string {
  const file = files.find(({ path }) => path.replaceAll('\\', '/').endsWith(`/${name}`));
  if (!file) throw new Error(`esbuild made no ${name}. Run npm install again.`);
  return file.text;
}
