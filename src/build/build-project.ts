import { dirname, join } from 'node:path';
import { printable, readSettingsFile } from '#cli';
import type { StartedPress } from '#paper';
import { type Problem, parseResumeFile } from '#resume';
import { createSiteFile, listGenerated, renderSite, type Site, type SiteFile } from '#site';
import { bundleAssets, bundleLambda } from './bundle-code.ts';
import { type CheckedFile, createEditions, type ReadFile } from './create-editions.ts';
import { findResumes, type ResumeFiles } from './find-languages.ts';
import type { ResumeFile } from './find-resume.ts';
import type { PreparedPhoto } from './pictures/prepare-photo.ts';
import { planExtras } from './plan-extras.ts';
import { readPublic } from './read-public.ts';
import { concealOmitted, withholdFiles } from './withhold-files.ts';

/** The stylesheet that a person may put beside the résumé. */
export const ownStyleName = 'style.css';

/** What a build makes, or the mistakes that are in its way. Plain data, so that it can cross from a thread. */
export type Build =
  | Built
  | {
      readonly kind: 'problems';
      /** The résumés that have errors. */
      readonly resumes: readonly CheckedFile[];
    };

export type Built = {
  readonly kind: 'built';
  /** The résumés, the main one first, each with notes on what could not be used as it was written. */
  readonly resumes: readonly CheckedFile[];
  readonly site: Site;
  /** Addresses on the site to which no page of it leads: those of the versions for an audience. */
  readonly versions: readonly string[];
  /** Sentences about the photo, the PDF and the pictures of the site. */
  readonly remarks: readonly string[];
  readonly lambda: Uint8Array;
};

/** What a build is made of. */
export type ProjectFolder = {
  /** The folder with the résumé and `public/`. */
  readonly root: string;
  /** The résumé. Default: the one in the folder. */
  readonly resume?: string | undefined;
};

type BuildSteps = {
  /** Gets the build as soon as its pages are there, where something else of it takes long; the pages stay as they are. */
  readonly page?: (build: Built) => void;
  /** Prints beside all else. Default: it is printed at the end, in this thread. */
  readonly press?: StartedPress | undefined;
};

/** Makes the whole site and the function in memory. Throws a `UserError` when there is no résumé. */
export async function buildProject(
  { root, resume: named }: ProjectFolder,
  { page, press }: BuildSteps = {},
): Promise<Build> {
  const { publicFiles: present, leftovers } = await readPublic(root);
  const [found, assets, lambda] = await Promise.all([findResumes(root, named), bundleAssets(), bundleLambda()]);
  const read = readFiles(found, present);
  const publicFiles = withholdFiles(present, read);
  const { files: resumes, editions } = createEditions(read, publicFiles);
  if (!editions) return { kind: 'problems', resumes: resumes.filter(({ problems }) => problems.some(isError)) };
  const ownCss = await readOwnStyle(dirname(found.main.path));
  const generated = listGenerated(editions);
  const photos = new Map<string, Promise<PreparedPhoto>>();
  const planned = await Promise.all(
    editions.map(async (edition) => ({
      ...edition,
      extras: await planExtras({ root, edition, publicFiles, generated, photos, press }),
    })),
  );
  const drawn = renderSite(planned, { ...assets, publicFiles, leftovers, ownCss });
  const site = { ...drawn, omitted: concealOmitted(drawn.omitted, read) };
  const remarks = [...found.remarks, ...planned.flatMap(({ extras }) => extras.notes)];
  const versions = editions.flatMap(({ prefix, audience }) => (audience === undefined ? [] : `/${prefix}`));
  const draft: Built = { kind: 'built', resumes, site, versions, remarks: distinct(remarks), lambda };
  page?.(draft);
  const made: SiteFile[] = [];
  for (const { prefix, extras } of planned) {
    const { files: bodies, notes } = await extras.make();
    for (const [path, body] of bodies) made.push(createSiteFile(`${prefix}${path}`, body));
    remarks.push(...notes);
  }
  const all = [...site.files, ...made].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { ...draft, site: { ...site, files: all }, remarks: distinct(remarks) };
}

/**
 * Reads all of a person's résumés. What the main one keeps private and what its page wants holds for the others too, so none of
 * them is read before that one can be.
 */
export function readFiles(
  { main, others, shared }: ResumeFiles,
  publicFiles: ReadonlyMap<string, Uint8Array>,
): readonly [ReadFile, ...ReadFile[]] {
  const pages = others.map(({ language }) => `${language}/index.html`);
  const read = (file: ResumeFile, before?: ReadFile): ReadFile => {
    if (before && !before.parsed.resume) return postpone(file, before.file);
    return { file, ...parseResumeFile(file, [...publicFiles.keys(), ...pages], { main: before?.parsed }) };
  };
  const first = read(main, shared && read(shared));
  return [first, ...others.map((file) => read(file, first))];
}

function postpone(file: ResumeFile, { name }: ResumeFile): ReadFile {
  const message = `This one is read as soon as ${printable(name)} can be, which says what is private here too.`;
  return { file, text: '', parsed: { problems: [{ severity: 'error', path: '', line: 1, column: 1, message }] } };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

// Two languages with one photo have one thing to say about it.
function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

// A look of one's own stands beside the résumé. What is larger than any stylesheet was not meant.
function readOwnStyle(folder: string): Promise<string> {
  const remedy = 'It is added to the stylesheet of the page: put an ordinary file there, or take this away.';
  return readSettingsFile(join(folder, ownStyleName), { name: ownStyleName, within: folder, remedy });
}
