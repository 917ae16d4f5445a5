import { createError } from './diagnostic.ts';
import { type Problem, toProblems } from './problem.ts';
import { explainForeign, recognizeBytes } from './recognize-format.ts';

/** The largest file that is read, in bytes. A long résumé has 20,000. */
export const maxBytes = 1_000_000;

type DecodedResume =
  | { readonly text: string; readonly problems: readonly [] }
  | { readonly text?: undefined; readonly problems: readonly Problem[] };

/**
 * Turns the bytes of a file into text, or says why they are none: more than 1,000,000 bytes, another tool's file,
 * UTF-16, or not UTF-8.
 * A byte order mark stays, so that a fixed file keeps it.
 */
export function decodeResume(bytes: Uint8Array): DecodedResume {
  if (bytes.length > maxBytes) return refuse('', explainSize(bytes.length));
  const foreign = recognizeBytes(bytes);
  // Word's documents are such archives too.
  if (foreign === 'linkedin') return refuse('', explainZip);
  if (foreign !== undefined) return refuse('', explainForeign(foreign));
  if (decodeUtf8(bytes.subarray(0, 5)) === '%PDF-') return refuse('', explainPdf);
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refuse('', 'The file is written in UTF-16; save it as UTF-8.');
  }
  const text = decodeUtf8(bytes);
  // Bytes that are no UTF-8 decode to U+FFFD, which encodes to other bytes than they were.
  const again = new TextEncoder().encode(text);
  const wrong = bytes.findIndex((byte, index) => byte !== again[index]);
  if (wrong < 0 && again.length === bytes.length) return { text, problems: [] };
  const before = decodeUtf8(bytes.subarray(0, wrong < 0 ? bytes.length : wrong)).replace(/\uFFFD$/, '');
  return refuse(before, 'Here are bytes that are not UTF-8 text; save the file as UTF-8.');
}

const explainZip =
  'This is a ZIP archive, not JSON Resume; "npx cloud-resume import FILE" makes a résumé of LinkedIn\'s export, and says of another what it is.';
const explainPdf =
  'This is a PDF, not JSON Resume; name the file from which it was made, or try "npx cloud-resume import FILE", which reads those of Europass.';

/** Says that a file is larger than any résumé. */
export function explainSize(size: number): string {
  const [has, most] = [size, maxBytes].map((bytes) => bytes.toLocaleString('en'));
  return `The file has ${has} bytes, but a résumé may have ${most} at most; keep pictures and other data in public/.`;
}

function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function refuse(before: string, message: string): DecodedResume {
  const body = before.replace(/^\uFEFF/, '');
  return { problems: toProblems([createError('', body.length, message)], body) };
}
