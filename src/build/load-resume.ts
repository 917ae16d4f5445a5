import { decodeResume, type ParsedResume, parseResume } from '#resume';
import { findResume, type ResumeFile } from './find-resume.ts';

/** A résumé's file with what is in it; `text` is missing when the bytes are not text. */
type LoadedResume = { readonly file: ResumeFile; readonly text?: string; readonly parsed: ParsedResume };

/**
 * Finds, reads and parses the résumé; `publicFiles` are the names of what `public/` has, for links and the photo. Throws a
 * `UserError` when there is none.
 */
export async function loadResume(root: string, named?: string, publicFiles?: Iterable<string>): Promise<LoadedResume> {
  const file = await findResume(root, named);
  const decoded = decodeResume(file.bytes);
  if (decoded.text === undefined) return { file, parsed: { problems: decoded.problems } };
  return { file, text: decoded.text, parsed: parseResume(decoded.text, file.format, { name: file.name, publicFiles }) };
}
