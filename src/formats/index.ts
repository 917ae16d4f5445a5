export type { LeftOver } from './draft.ts';
export { htmlToMarkdown, isHtml } from './html-to-markdown.ts';
export { type ImportedResume, type ImportMistake, importFolder, importResume } from './import-resume.ts';
export { formatLeftOver, summarize, writeResume } from './write-resume.ts';
