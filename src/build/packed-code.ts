import { readFile } from 'node:fs/promises';
import type { SiteAssets } from '#site';

// What bundle-code.ts makes of the sources was made when the package was packed, and is read.

const assets = new URL('./assets/', import.meta.url);

/** The code of a package does not change while the preview runs. */
export const sourceFolder: string | undefined = undefined;

export async function bundleAssets(): Promise<Pick<SiteAssets, 'css' | 'languagesCss' | 'scripts'>> {
  const names = ['style.css', 'languages.css', 'api.js', 'local.js'];
  const [css, languagesCss, api, local] = await Promise.all(names.map(readText));
  return { css: css ?? '', languagesCss: languagesCss ?? '', scripts: { api: api ?? '', local: local ?? '' } };
}

export function bundleLambda(): Promise<Uint8Array> {
  return readFile(new URL('lambda.mjs', assets)).catch(explain);
}

export function readStatsStyle(): Promise<string> {
  return readText('stats.css');
}

export async function readStarter(): Promise<ReadonlyMap<string, string>> {
  return new Map(JSON.parse(await readText('starter.json')));
}

function readText(name: string): Promise<string> {
  return readFile(new URL(name, assets), 'utf8').catch(explain);
}

function explain(error: unknown): never {
  throw new Error('The package cloud-resume is not whole. Run npm install again.', { cause: error });
}
