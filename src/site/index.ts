export { createAccent } from './accent.ts';
export { createOutline } from './create-outline.ts';
export { readInitials } from './favicon.ts';
export { displayUrl } from './links.ts';
export { colon, type Phrase } from './locale.ts';
export type * from './outline.ts';
export { createSiteFile, renderSite } from './render-site.ts';
export type * from './rich-text.ts';
export type * from './site.ts';
