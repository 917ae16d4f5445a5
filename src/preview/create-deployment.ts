import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Api } from './start-api.ts';

/** Creates what brings a built function to the local API: only when it is another one, for that ends the running one. */
export function createDeployment(bundle: string, api: Api): (lambda: Uint8Array) => Promise<void> {
  let deployed: Uint8Array = new Uint8Array();
  return async function deploy(lambda) {
    if (Buffer.compare(deployed, lambda) === 0) return;
    await mkdir(dirname(bundle), { recursive: true });
    await writeFile(bundle, lambda);
    deployed = lambda;
    await api.redeploy();
  };
}
