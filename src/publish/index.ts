export type { Stage, Step } from './change-site.ts';
export { createStage } from './create-publish-stage.ts';
export { openBook } from './open-book.ts';
export { publishDist } from './publish-dist.ts';
export { type Publication, publishSite, type SiteToPublish } from './publish-site.ts';
export type { Release, ReleaseFile } from './release.ts';
export type { ReleaseBook } from './release-book.ts';
export { type Rollback, rollBack } from './roll-back.ts';
