export { buildDist } from './build-dist.ts';
export { type Build, buildProject, ownStyleName, type ProjectFolder, readFiles } from './build-project.ts';
export { bundleAssets, bundleLambda, readStarter, readStatsStyle, sourceFolder } from './bundle-code.ts';
export { pointToProject } from './compose-starter.ts';
export { createEditions } from './create-editions.ts';
export { createZip } from './create-zip.ts';
export { describeResume } from './describe-resume.ts';
export { findFonts, readFonts } from './find-fonts.ts';
export {
  type ChosenResumes,
  findChosen,
  findNearTag,
  findResumes,
  isLanguageOf,
  readTag,
} from './find-languages.ts';
export { findResume, isBelow, type ResumeFile, resumeNames } from './find-resume.ts';
export { formatChecked } from './format-checked.ts';
export { formatOmitted } from './format-omitted.ts';
export { makeStatsPage } from './make-stats-page.ts';
export { type Manifest, readManifest } from './manifest.ts';
export { paintProblem } from './paint-problem.ts';
export { importPhoto } from './pictures/import-photo.ts';
export { readDist } from './read-dist.ts';
export { readPublic } from './read-public.ts';
export { readVersion } from './read-version.ts';
export { replaceFile } from './replace-file.ts';
export { concealOmitted, withholdFiles } from './withhold-files.ts';
export { writePdf } from './write-pdf.ts';
