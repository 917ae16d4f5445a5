import { createHash } from 'node:crypto';
import { parseJson } from '#cli';
import type { Site } from '#site';

/** What a build made: what publishing and the infrastructure need to know. */
export type Manifest = {
  readonly version: 1;
  /** The files of `site/`, by path relative to it. */
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    /** In hexadecimal. */
    readonly sha256: string;
    /** The `content-type` header. */
    readonly type: string;
    /** The `cache-control` header. */
    readonly cache: string;
  }[];
  /** Response headers for every file, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly lambda: {
    readonly path: string;
    readonly handler: string;
    readonly bytes: number;
    readonly sha256: string;
  };
};

export function createManifest(site: Site, zip: Uint8Array): Manifest {
  return {
    version: 1,
    files: site.files.map(({ path, body, type, cache }) => ({
      path,
      bytes: body.length,
      sha256: hashBytes(body),
      type,
      cache,
    })),
    headers: site.headers,
    lambda: { path: 'lambda.zip', handler: 'index.handler', bytes: zip.length, sha256: hashBytes(zip) },
  };
}

/** Reads a manifest, or nothing when the text is none that a build wrote. */
export function readManifest(text: string): Manifest | undefined {
  const data = parseJson(text) as Partial<Manifest> | undefined;
  const isOurs =
    data?.version === 1 &&
    Array.isArray(data.files) &&
    data.files.every(({ path, sha256 }) => typeof sha256 === 'string' && isInside(path)) &&
    typeof data.lambda?.sha256 === 'string';
  return isOurs ? (data as Manifest) : undefined;
}

export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

// A manifest that somebody changed must not lead out of the folder.
function isInside(path: unknown): boolean {
  return typeof path === 'string' && path !== '' && !path.split(/[/\\]/).some((part) => ['', '.', '..'].includes(part));
}
