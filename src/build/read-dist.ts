import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteToPublish } from '#publish';
import { hashBytes, readManifest } from './manifest.ts';

/** Reads the site that a build wrote into a folder. A file that is not as the build made it rejects when it is read. */
export async function readDist(folder: string): Promise<SiteToPublish> {
  const manifest = readManifest(await read(join(folder, 'manifest.json')).then(String));
  if (!manifest) throw new Error(`${join(folder, 'manifest.json')} is none that a build wrote. Run npm run build.`);
  return {
    files: manifest.files,
    policy: manifest.headers['content-security-policy'] ?? '',
    async readBody({ path, sha256 }) {
      const body = await read(join(folder, 'site', path));
      if (hashBytes(body) === sha256) return body;
      throw new Error(`${join(folder, 'site', path)} is not as the build made it. Run npm run build.`);
    },
  };
}

function read(path: string): Promise<Buffer> {
  return readFile(path).catch((fault: unknown) => {
    throw new Error(`${path} cannot be read. Run npm run build.`, { cause: fault });
  });
}
