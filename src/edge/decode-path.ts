/**
 * Decodes a path as S3 does: a plus is a space. Bytes that are not UTF-8 become U+FFFD, which no file has; decodeURIComponent
 * would throw.
 */
export function decodePath(path: string): string {
  return path
    .replaceAll('+', ' ')
    .replace(/(%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'));
}
