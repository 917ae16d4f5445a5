export type { PublishContext, Step } from './change-site.ts';
export { createPublishContext } from './create-publish-context.ts';
export { listPlaced } from './plan-change.ts';
export { publishDist } from './publish-dist.ts';
export { publishSite, type SiteToPublish } from './publish-site.ts';
export type { Release } from './release.ts';
export { type ReleaseIndex, readReleaseIndex } from './release-index.ts';
export { type Rollback, rollBack } from './roll-back.ts';
