import type { Diagnostic } from '../diagnostic.ts';
import type { SourceMap } from '../read/source-node.ts';
import type { Resume } from '../resume.ts';
import { fileLanguages, guessLanguage, listProse, nameLanguage } from './guess-language.ts';

/**
 * Adds a note where the text, or the name of its file, is clearly in another language than the page. The page has the language
 * that the file has by its place, or else that which it says.
 */
export function noteLanguage(
  resume: Partial<Resume>,
  root: SourceMap,
  { name: fileName, language: given }: { readonly name?: string | undefined; readonly language?: string | undefined },
  diagnostics: Diagnostic[],
): void {
  const written = resume.meta?.language;
  const meta = root.entries.find(({ key }) => key.value === 'meta')?.value;
  const entry = meta?.kind === 'map' ? meta.entries.find(({ key }) => key.value === 'language') : undefined;
  const first = root.entries.find(({ key }) => key.value === 'basics')?.key ?? root;
  const note = (message: string) =>
    diagnostics.push({ severity: 'note', path: 'meta.language', start: entry?.value.start ?? first.start, message });

  const page = new Intl.Locale(given ?? written ?? 'en').language;
  const guessed = guessLanguage(listProse(resume), page);
  if (given !== undefined) {
    if (written !== undefined && written.toLowerCase() !== given.toLowerCase())
      note(
        `The name of the file says ${given}, and so does the page; write meta.language: ${given}, or rename the file.`,
      );
    else if (guessed !== undefined && !isSame(guessed, page))
      note(
        `The text seems to be ${nameLanguage(guessed)}, but the name of the file says that it is ${nameLanguage(page)}; translate it, or rename the file.`,
      );
    return;
  }
  const named = written === undefined && guessed === undefined ? readFileName(fileName) : undefined;
  const language = guessed ?? named;
  if (language === undefined || isSame(new Intl.Locale(language).language, page)) return;
  const what = guessed === undefined ? 'The name of the file' : 'The text';
  const verb = guessed === undefined ? 'says that this is' : 'seems to be';
  note(
    `${what} ${verb} ${nameLanguage(language)}, but headings, dates and direction of the page are ${nameLanguage(page)}; write meta.language: ${language}${written === undefined ? ', or en if that is meant' : ''}.`,
  );
}

/** `resume.de.json`, `cv_fr.yaml`, `resume-pt-BR.yml`. */
function readFileName(name = ''): string | undefined {
  const tag = /[._-]([a-z]{2}(?:[-_](?:[A-Z]{2}|Han[st]))?)\.(?:ya?ml|jsonc?)$/.exec(name)?.[1]?.replace('_', '-');
  return tag !== undefined && fileLanguages.has(tag.slice(0, 2)) ? tag : undefined;
}

function isSame(one: string, two: string): boolean {
  const norwegian = ['no', 'nb', 'nn'];
  return one === two || (norwegian.includes(one) && norwegian.includes(two));
}
