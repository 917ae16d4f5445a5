import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printable } from '#cli';
import { hashBytes, type Manifest, readManifest } from './manifest.ts';

/** A site as a build wrote it. */
type DistSite = {
  readonly files: Manifest['files'];
  /** The content security policy that its pages need. */
  readonly policy: string;
  /** The contents of one of the files. Rejects when they are not as the build made them. */
  readBody(file: Manifest['files'][number]): Promise<Uint8Array>;
};

/** Reads the site that a build wrote into a folder. */
export async function readDist(folder: string): Promise<DistSite> {
  const manifest = readManifest(await read(join(folder, 'manifest.json')).then(String));
  if (!manifest)
    throw new Error(
      `${printable(join(folder, 'manifest.json'))} was not written by a build. Run npx cloud-resume build.`,
    );
  return {
    files: manifest.files,
    policy: manifest.headers['content-security-policy'] ?? '',
    async readBody({ path, sha256 }) {
      const body = await read(join(folder, 'site', path));
      if (hashBytes(body) === sha256) return body;
      throw new Error(
        `${printable(join(folder, 'site', path))} is not as the build made it. Run npx cloud-resume build.`,
      );
    },
  };
}

function read(path: string): Promise<Buffer> {
  return readFile(path).catch((error: unknown) => {
    throw new Error(`${printable(path)} cannot be read. Run npx cloud-resume build.`, { cause: error });
  });
}
