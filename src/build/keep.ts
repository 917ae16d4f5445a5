import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, placeFile, readOrdinaryFile } from '#cli';
import { isBelow } from './find-resume.ts';

/** Files that took long to make, by path, and what there is to say about them. */
export type Made = { readonly files: ReadonlyMap<string, Uint8Array>; readonly notes: readonly string[] };

/** Everything that something is made of. */
type Parts = readonly (string | Uint8Array)[];

/** Something that takes long to make. */
export type Plan = {
  /** Its name in the keep. */
  readonly name: string;
  readonly parts: Parts;
  /** Says why this machine cannot make it; `undefined` where it can. */
  explainAbsence(): Promise<string | undefined>;
  make(): Promise<Made>;
};

/** What a project keeps of what is slow to make: one thing for each name, for as long as its parts are the same. */
export type Keep = {
  find(name: string, parts: Parts): Promise<Made | undefined>;
  put(name: string, parts: Parts, made: Made): Promise<void>;
};

type Kept = {
  readonly key: string;
  readonly notes: readonly string[];
  /** In Base64. */
  readonly files: Readonly<Record<string, string>>;
};

// The pictures and the PDF of a long résumé have some hundred thousand.
const maxBytes = 100_000_000;

/**
 * Opens the keep of a project, or of one of its pages. Its folder may be deleted at any time; one that cannot be written, or is
 * a link out of the project, keeps nothing.
 */
export function openKeep(root: string, page = ''): Keep {
  const folder = join(root, '.local', 'made', page);
  return {
    async find(name, parts) {
      const kept = await readKept(join(folder, `${name}.json`));
      if (kept?.key !== hashParts(parts)) return undefined;
      const files = Object.entries(kept.files).map(([path, body]) => [path, Buffer.from(body, 'base64')] as const);
      return { files: new Map(files), notes: kept.notes };
    },
    async put(name, parts, { files, notes }) {
      const bodies = [...files].map(([path, body]) => [path, Buffer.from(body).toString('base64')]);
      const kept: Kept = { key: hashParts(parts), notes, files: Object.fromEntries(bodies) };
      await write(root, folder, name, JSON.stringify(kept)).catch(() => {});
    },
  };
}

async function write(root: string, folder: string, name: string, text: string): Promise<void> {
  const project = await realpath(root);
  // Not even a folder is made elsewhere.
  if (!isBelow(project, await realpath(join(root, '.local')).catch(() => project))) return;
  await makeFolder(folder);
  if (isBelow(project, await realpath(folder))) await placeFile(join(folder, `${name}.json`), text);
}

function hashParts(parts: Parts): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)} `).update(part);
  return hash.digest('hex');
}

async function readKept(path: string): Promise<Kept | undefined> {
  try {
    const body = await readOrdinaryFile({ path, name: path, maxBytes, remedy: '' });
    const kept: Partial<Kept> | null = JSON.parse(body.toString('utf8'));
    return kept?.key && kept.files && kept.notes ? (kept as Kept) : undefined;
  } catch {
    return undefined; // never made, or by nobody who keeps anything here
  }
}
