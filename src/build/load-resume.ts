import { decodeResume, type ParsedResume, parseResume } from '#resume';
import { findResume, type ResumeFile } from './find-resume.ts';

/** A résumé's file with what is in it, or why there is none; `text` is missing when the bytes are none. */
export type LoadedResume =
  | { readonly file: ResumeFile; readonly text?: string; readonly parsed: ParsedResume; readonly mistake?: undefined }
  | { readonly file?: undefined; readonly mistake: string; readonly isUsage: boolean };

/** Finds, reads and parses the résumé. */
export async function loadResume(root: string, named?: string): Promise<LoadedResume> {
  const { file, ...missing } = await findResume(root, named);
  if (!file) return missing as Extract<LoadedResume, { mistake: string }>;
  const decoded = decodeResume(file.bytes);
  if (decoded.text === undefined) return { file, parsed: { problems: decoded.problems } };
  return { file, text: decoded.text, parsed: parseResume(decoded.text, file.format) };
}
