export { renderSite } from './render-site.ts';
export type * from './site.ts';
