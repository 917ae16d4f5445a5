import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Problem, parseResumeFile } from '#resume';
import { createOutline, createSiteFile, renderSite, type Site } from '#site';
import { bundleAssets, bundleLambda } from './bundle-code.ts';
import { findResume } from './find-resume.ts';
import { planExtras } from './plan-extras.ts';
import { readOrdinaryFile } from './read-ordinary-file.ts';
import { readPublic } from './read-public.ts';

/** The stylesheet that a person may put beside the résumé. */
export const ownStyleName = 'style.css';

/** What a build makes, or the mistakes that are in its way. Plain data, so that it can cross from a thread. */
export type Build =
  | {
      readonly kind: 'built';
      readonly resume: string;
      /** What could not be used as it was written; the page is made all the same. */
      readonly notes: readonly Problem[];
      /** The text of the résumé, for the lines that the notes are about. */
      readonly text: string;
      readonly site: Site;
      /** Sentences about the photo, the PDF and the pictures of the site. */
      readonly remarks: readonly string[];
      readonly lambda: Uint8Array;
    }
  | {
      readonly kind: 'problems';
      readonly file: { readonly name: string; readonly text?: string };
      readonly problems: readonly Problem[];
    };

export type Project = {
  /** The folder with the résumé and `public/`. */
  readonly root: string;
  /** The résumé. Default: the one in the folder. */
  readonly resume?: string | undefined;
};

type BuildSteps = {
  /** Gets the build as soon as its pages are there, where something else of it takes long; the pages stay as they are. */
  readonly page?: (build: Build) => void;
};

/** Makes the whole site and the function in memory. Throws a `UserError` when there is no résumé. */
export async function buildProject({ root, resume: named }: Project, { page }: BuildSteps = {}): Promise<Build> {
  const { publicFiles, leftovers } = await readPublic(root);
  const [file, assets, lambda] = await Promise.all([findResume(root, named), bundleAssets(), bundleLambda()]);
  const { text, parsed } = parseResumeFile(file, publicFiles.keys());
  const { resume } = parsed;
  if (!resume) {
    const shown = { name: file.name, ...(text !== undefined && { text }) };
    return { kind: 'problems', file: shown, problems: parsed.problems };
  }
  const ownCss = await readOwnStyle(dirname(file.path));
  const { outline } = createOutline(resume, publicFiles);
  const extras = await planExtras({ root, resume, outline, publicFiles });
  const site = renderSite(resume, parsed.source, { ...assets, publicFiles, leftovers, ownCss, extras });
  const draft: Build = {
    kind: 'built',
    resume: file.name,
    notes: parsed.problems,
    text: text ?? '',
    site,
    remarks: extras.notes,
    lambda,
  };
  page?.(draft);
  const { files, notes } = await extras.make();
  const made = [...files].map(([path, body]) => createSiteFile(path, body));
  const all = [...site.files, ...made].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { ...draft, site: { ...site, files: all }, remarks: [...extras.notes, ...notes] };
}

// A look of one's own stands beside the résumé. What is larger than any stylesheet was not meant.
async function readOwnStyle(folder: string): Promise<string | undefined> {
  const path = join(folder, ownStyleName);
  const isThere = await lstat(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return undefined;
  const remedy = 'It is added to the stylesheet of the page: put an ordinary file there, or take this away.';
  const bytes = await readOrdinaryFile({ path, name: ownStyleName, within: folder, maxBytes: 1_000_000, remedy });
  return bytes.toString('utf8');
}
