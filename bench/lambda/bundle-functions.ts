import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleLambda } from '#build';

type Functions = {
  /** The function that is shipped. */
  readonly ours: string;
  /** The same one on the official client. */
  readonly sdk: string;
  /** One that does nothing. */
  readonly bare: string;
  /** One that does what none can do without. */
  readonly plain: string;
  remove(): Promise<void>;
};

/** Bundles the functions that are compared into a temporary folder and gives their paths. */
export async function bundleFunctions(): Promise<Functions> {
  const folder = await mkdtemp(join(tmpdir(), 'cloud-resume-bench-'));
  const ours = join(folder, 'ours.mjs');
  const sdk = join(folder, 'sdk.mjs');
  const bare = join(folder, 'bare.mjs');
  const plain = join(folder, 'plain.mjs');
  await writeFile(ours, await bundleLambda());
  await copyFile(new URL('./bare-lambda.js', import.meta.url), bare);
  await copyFile(new URL('./plain-lambda.js', import.meta.url), plain);
  await build({
    entryPoints: [fileURLToPath(new URL('./sdk-lambda.ts', import.meta.url))],
    outfile: sdk,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // Takes the client's modern half, which starts in two thirds of the time.
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  });
  return { ours, sdk, bare, plain, remove: () => rm(folder, { recursive: true }) };
}
