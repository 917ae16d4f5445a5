import { changeSite, type PublishContext } from './change-site.ts';
import { findMissingSources } from './find-missing-sources.ts';
import { openIndex } from './lock-index.ts';
import { isEmptyChange, planChange, type SiteChange } from './plan-change.ts';
import { areSame, createRelease, type Release, type ReleaseFile } from './release.ts';
import type { ReleaseIndex } from './release-index.ts';

/** How many releases are kept, the live one among them. */
const maxReleases = 5;

/** A built site. */
export type SiteToPublish = {
  readonly files: readonly ReleaseFile[];
  /** The `content-security-policy` that its pages are made for. */
  readonly policy: string;
  readBody(file: ReleaseFile): Promise<Uint8Array>;
};

export type PublishOutcome =
  | {
      readonly kind: 'published';
      readonly release: Release;
      readonly change: SiteChange;
      /** How many earlier releases there are to go back to. */
      readonly earlier: number;
    }
  /** The bucket holds all of it already. */
  | { readonly kind: 'unchanged'; readonly release: Release; readonly earlier: number }
  /** The deployed policy would stop these sources of the page; nothing was changed. */
  | { readonly kind: 'refused'; readonly missing: readonly string[] };

/**
 * Publishes a site: uploads what changed, its pages last, waits until CloudFront has forgotten the old ones, and records it
 * as a release. Five releases are kept. What was rolled back from is forgotten. When it is interrupted, visitors see a whole
 * site, and running it again ends it.
 */
export async function publishSite(context: PublishContext, site: SiteToPublish): Promise<PublishOutcome> {
  const missing = findMissingSources(site.policy, await context.distribution.readPolicy());
  if (missing.length > 0) return { kind: 'refused', missing };

  const open = await openIndex(context);
  const etags = await context.bucket.list();
  const { index } = open;
  const position = index.releases.findIndex(({ id }) => id === index.current);
  const live = index.releases[position];
  const built = createRelease(site, new Date(context.now()));
  const isSame = live !== undefined && areSame(live, built);
  const target = isSame ? live : built;
  const older = position === -1 ? [] : index.releases.slice(position);
  const releases = isSame ? index.releases : [target, ...older].slice(0, maxReleases);
  const earlier = releases.length - 1 - releases.indexOf(target);

  const change = planChange(index, etags, target, releases);
  const isLive = isSame && isEmptyChange(change) && index.unfinished.length === 0;
  // An interruption after the record leaves files to delete.
  if (isLive && change.forget.length === 0) return { kind: 'unchanged', release: target, earlier };
  const left = [...index.releases, ...index.unfinished].filter((release) => !releases.includes(release));
  const done: ReleaseIndex = { version: 1, current: target.id, releases, unfinished: [], dropped: left };
  await changeSite(context, open, { change, target, done }, site.readBody);
  return isLive
    ? { kind: 'unchanged', release: target, earlier }
    : { kind: 'published', release: target, change, earlier };
}
