import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { captureTool } from '#terragrunt';

const asset = 'package/lib/assets/starter.json';

/** Fetches the starter of another version from the registry that npm asks, as its package has it. */
export async function fetchStarter(
  version: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'cloud-resume-'));
  try {
    const args = [
      'pack',
      `cloud-resume@${version}`,
      '--pack-destination',
      folder,
      '--ignore-scripts',
      '--loglevel=error',
    ];
    const packed = await captureTool('npm', args, { cwd: folder, env });
    const [file] = await readdir(folder);
    if (!packed.ok || file === undefined) {
      throw new Error(`npm could not fetch cloud-resume ${version}. Check the connection and run this again.`, {
        cause: new Error(explainNpm(packed.stderr)),
      });
    }
    const text = pickFromTar(gunzipSync(await readFile(join(folder, file))), asset);
    if (text === undefined) throw new Error(`cloud-resume ${version} has no starter. Name another version.`);
    return new Map(JSON.parse(text));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What npm says went wrong, in one line, without its prefix and where it wrote more of it. */
function explainNpm(said: string): string {
  const lines = said.split('\n').map((line) => line.replace(/^npm (?:error|ERR!)\s*(?:code |\d{3} )?/, '').trim());
  return (
    lines
      .filter((line) => !/^(?:\d{3})?$/.test(line) && !line.startsWith('A complete log'))
      .slice(0, 3)
      .join(' ') || 'it says nothing more.'
  );
}

/** The text of one file in a tar: blocks of 512 bytes, a header before each file. Source: POSIX.1-1988, ustar. */
function pickFromTar(tar: Buffer, wanted: string): string | undefined {
  const readString = (at: number, length: number) => tar.toString('utf8', at, at + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const prefix = readString(at + 345, 155);
    const name = `${prefix === '' ? '' : `${prefix}/`}${readString(at, 100)}`;
    const size = Number.parseInt(readString(at + 124, 12), 8);
    if (!Number.isSafeInteger(size) || size < 0) return undefined;
    if (name === wanted) return tar.toString('utf8', at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return undefined;
}
