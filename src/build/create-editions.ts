import { printable, UserError } from '#cli';
import { compareLanguages, type ParsedResume, type Problem, type Resume, type SiteSettings } from '#resume';
import type { Edition } from '#site';
import type { ResumeFile } from './find-resume.ts';

/** A file with what was read in it. */
export type ReadFile = { readonly file: ResumeFile; readonly text?: string; readonly parsed: ParsedResume };

/** What there is to say about a file, and its text for the lines that this is about. */
export type CheckedFile = { readonly name: string; readonly text?: string; readonly problems: readonly Problem[] };

/** Every file, the main one first; and the site's editions in the same order, where no file has an error. */
type Editions = { readonly files: readonly CheckedFile[]; readonly editions?: readonly Edition[] };

/** Makes the editions of a site from its résumés, the main one first. Throws a `UserError` where two would have one place. */
export function createEditions(
  [main, ...others]: readonly [ReadFile, ...ReadFile[]],
  publicFiles: ReadonlyMap<string, Uint8Array>,
): Editions {
  const read = [main, ...others];
  const files = read.map(({ file: { name }, text, parsed }) => {
    const steps =
      parsed.resume && main.parsed.resume && parsed !== main.parsed
        ? compareLanguages({ name: main.file.name, parsed: main.parsed }, parsed)
        : [];
    const told = steps.map((step) => ({ ...step, message: parsed.privacy?.conceal(step.message) ?? step.message }));
    const problems = [...parsed.problems, ...told].sort((a, b) => a.line - b.line || a.column - b.column);
    return { name, ...(text !== undefined && { text }), problems };
  });
  const { resume: first } = main.parsed;
  if (!first) return { files };
  const language = first.meta?.language ?? 'en';
  const editions = others.flatMap(({ file, parsed }): readonly Edition[] => {
    const tag = file.language ?? '';
    if (tag.toLowerCase() === language.toLowerCase())
      throw new UserError(explainSame(main.file.name, file.name, tag), 1);
    if (publicFiles.has(tag)) throw new UserError(explainTaken(file.name, tag), 1);
    if (!parsed.resume) return [];
    return listEditions(file, `${tag}/`, parsed, publicFiles).map((edition) => ({
      ...edition,
      resume: inheritSettings(edition.resume, first),
    }));
  });
  if (read.some(({ parsed }) => !parsed.resume)) return { files };
  return { files, editions: [...listEditions(main.file, '', main.parsed, publicFiles), ...editions] };
}

/** The page of a file, and those of its versions. */
function listEditions(
  { name: file }: ResumeFile,
  prefix: string,
  { resume, source, versions }: Extract<ParsedResume, { readonly resume: Resume }>,
  publicFiles: ReadonlyMap<string, Uint8Array>,
): readonly Edition[] {
  const others = versions.map(({ name, resume: seen, source: data }): Edition => {
    const path = `${prefix}for/${name}`;
    const taken = [`${prefix}for`, path].find((one) => publicFiles.has(one));
    if (taken !== undefined) throw new UserError(explainTaken(file, taken), 1);
    return { prefix: `${path}/`, resume: seen, data, audience: name };
  });
  return [{ prefix, resume, data: source }, ...others];
}

/** The site has one address and one counter, and one look unless a language wants its own. Words are each language's own. */
export function inheritSettings(resume: Resume, main: Resume): Resume {
  const { labels: _, ...shared } = main.meta?.site ?? {};
  const { url: _url, counter: _counter, ...own } = resume.meta?.site ?? {};
  const site: SiteSettings = { ...shared, ...own };
  return { ...resume, meta: { ...resume.meta, site } };
}

function explainSame(main: string, other: string, language: string): string {
  return `Both ${printable(main)} and ${printable(other)} are in the language "${language}". Write that of ${printable(main)} under meta.language, or move ${printable(other)} away.`;
}

function explainTaken(name: string, tag: string): string {
  return `public/${tag} is a file, and ${printable(name)} needs this name for its folder. Rename the file, such as to ${tag}.txt.`;
}
