// Runs in the builder's own thread. The code of others, which does not change, is loaded before it is needed; ours with the
// first build, so that it is the newest. Stripped and compiled once, it is read from Node's cache until it changes.
import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Build } from '#build';
import type { BuilderMessage, BuildOutcome } from './start-builder.ts';

// Node 20 has none.
module.enableCompileCache?.();
// In the package they are part of the code, or not needed.
const typst = import('@myriaddreamin/typst-ts-node-compiler');
await Promise.allSettled([import('esbuild'), import('marked'), import('yaml'), typst]);

parentPort?.on('message', async (id: number) => {
  const post = (message: Omit<BuilderMessage, 'id'>) =>
    parentPort?.postMessage({ id, ...message } satisfies BuilderMessage);
  const { buildProject } = await import('#build');
  const page = (outcome: Build) => post({ outcome, isWhole: false });
  const outcome: BuildOutcome = await buildProject(workerData, { page }).catch((error: Error) => {
    // By its name: this code is older than the class, which was loaded with the build.
    if (error.name === 'UserError') return { kind: 'refused', mistake: error.message };
    throw error;
  });
  post({ outcome, isWhole: true });
  module.flushCompileCache?.();
});
