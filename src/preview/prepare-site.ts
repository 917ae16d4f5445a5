import { createHash } from 'node:crypto';
import type { Encoding } from '#edge';
import { canCompress, compressBody } from '#edge';
import type { Site, SiteFile } from '#site';

export type PreparedBody = { readonly body: Uint8Array; readonly etag: string };

export type PreparedFile = {
  readonly headers: Readonly<Record<string, string>>;
  readonly whole: PreparedBody;
  /** As it is and packed, where that makes it smaller. */
  readonly bodies: ReadonlyMap<Encoding, PreparedBody>;
};

/** A site with all the work of answering done: files by path, each with its headers and packed bodies. */
export type PreparedSite = {
  readonly files: ReadonlyMap<string, PreparedFile>;
  readonly headers: Readonly<Record<string, string>>;
};

export function prepareSite({ files, headers }: Site): PreparedSite {
  return { files: new Map(files.map((file) => [file.path, prepareFile(file, headers)])), headers };
}

function prepareFile({ body, type, cache }: SiteFile, headers: Site['headers']): PreparedFile {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const whole = { body, etag: `"${hash}"` };
  const bodies = new Map<Encoding, PreparedBody>([['identity', whole]]);
  const isCompressible = canCompress(type, body.length);
  for (const encoding of isCompressible ? (['br', 'gzip'] as const) : []) {
    const packed = compressBody(body, encoding);
    if (packed.length < body.length) bodies.set(encoding, { body: packed, etag: `"${hash}-${encoding}"` });
  }
  const varies = isCompressible ? { vary: 'accept-encoding' } : {};
  return { headers: { 'content-type': type, 'cache-control': cache, ...varies, ...headers }, whole, bodies };
}
