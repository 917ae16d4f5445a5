import { parseResume } from './parse-resume.ts';
import type { ResumeFormat } from './read/read-document.ts';
import { setText } from './set-text.ts';

/**
 * Writes the path of a picture into the text of a résumé, as `basics.image`; all else stays as it is, comments included.
 * Nothing where the text has no place for it, such as one without `basics`.
 */
export function setImage(text: string, format: ResumeFormat, path: string): string | undefined {
  const edited = setText(text, format, { group: 'basics', key: 'image' }, path);
  // A file can be written in more ways than are thought of here.
  const isThere =
    edited !== undefined && parseResume(edited, format, { withPrivate: true }).resume?.basics.image === path;
  return isThere ? edited : undefined;
}
