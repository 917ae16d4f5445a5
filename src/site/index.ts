export { createOutline } from './create-outline.ts';
export type * from './outline.ts';
export { renderSite } from './render-site.ts';
export type * from './rich-text.ts';
export type * from './site.ts';
