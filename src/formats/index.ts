export { addSiteUrl } from './add-site-url.ts';
export { type ImportedResume, importFolder, importResume } from './import-resume.ts';
export { findTables } from './read-linkedin.ts';
export { formatLeftOver, summarize, writeResume } from './write-resume.ts';
